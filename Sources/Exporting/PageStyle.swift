/// The page's style sheet.
enum PageStyle {
  static let source = """
    :root{--bg:#f6f4ef;--card:#fffefb;--ink:#1f2328;--soft:#626a73;--line:#e2ddd2;--accent:#0f5e63;--mark:#ffe9a8;
    --q1:#2a7f62;--q2:#1d6fa5;--q3:#a86a00;--q4:#b3372f;--warn-bg:#fff4dc;--warn:#7a5200;
    --latin:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    --naskh:Vazirmatn,"Noto Naskh Arabic","Noto Sans Arabic","Geeza Pro","Segoe UI",Tahoma,sans-serif;
    --arabic:"Noto Naskh Arabic","Geeza Pro","Noto Sans Arabic","Segoe UI",Tahoma,sans-serif;
    --nastaliq:"Noto Nastaliq Urdu","Jameel Noori Nastaleeq","Urdu Typesetting","Noto Naskh Arabic",Tahoma,serif}
    @media(prefers-color-scheme:dark){:root{--bg:#14171a;--card:#1c2024;--ink:#e8e6e1;--soft:#9aa3ab;--line:#2d3339;
    --accent:#6cc3c4;--mark:#6b5410;--q1:#5fbf9b;--q2:#6fb4e4;--q3:#e0a94a;--q4:#ec7f74;--warn-bg:#33290f;--warn:#f0cd7c}}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 var(--latin)}
    .l{display:none}
    [data-ui=en] .l:lang(en),[data-ui=fa] .l:lang(fa),[data-ui=ar] .l:lang(ar),[data-ui=ur] .l:lang(ur){display:inline}
    :lang(fa){font-family:var(--naskh)}
    :lang(ar){font-family:var(--arabic)}
    :lang(ur){font-family:var(--nastaliq)}
    [data-ui=en] :lang(en){font-family:var(--latin)}
    .top,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
    .top{padding-top:2.25rem;display:grid;grid-template-columns:1fr auto;gap:.25rem 1rem;align-items:start}
    h1{margin:0;font-size:1.9rem;letter-spacing:-.01em;line-height:1.2}
    h1 span{color:var(--accent);font-weight:500;margin-inline-start:.35rem}
    .brand p{margin:.15rem 0 0;color:var(--soft)}
    .ui{display:flex;flex-wrap:wrap;gap:.25rem;justify-content:flex-end}
    .ui button{font-size:.85rem;line-height:1.5;padding:.3rem .7rem;border:1px solid var(--line);border-radius:99px;
    background:none;color:var(--soft);cursor:pointer}
    .ui button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--card)}
    .counts{grid-column:1/-1;margin:.8rem 0 0;color:var(--soft)}
    .counts b{color:var(--ink)}
    .filters{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.7rem}
    .filters[hidden]{display:none}
    .filters>*{flex:1 1 9rem;min-width:0;font:inherit;font-size:.92rem;padding:.45rem .6rem;color:var(--ink);
    background:var(--card);border:1px solid var(--line);border-radius:.55rem}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    .month h2{position:sticky;top:0;z-index:1;margin:2rem 0 .4rem;padding:.5rem 0;font-size:1rem;font-weight:600;
    color:var(--accent);background:linear-gradient(var(--bg) 75%,transparent)}
    .event{display:grid;grid-template-columns:10.5rem 1fr;gap:0 1.5rem;position:relative}
    .when{padding:1.05rem 0 0;text-align:end;color:var(--soft);font-size:.82rem;line-height:1.5}
    .when>*{display:block}
    .when .main{font-size:.98rem;font-weight:650;color:var(--ink)}
    .when .basis{font-style:italic;margin-top:.2rem;font-size:.78rem}
    :is([data-ui=fa],[data-ui=ar],[data-ui=ur]) .basis{font-style:normal}
    .card{position:relative;margin:0 0 1.1rem;padding:1rem 1.15rem;background:var(--card);border:1px solid var(--line);
    border-radius:.85rem;border-inline-start:4px solid var(--q);box-shadow:0 1px 2px #0000000a;min-width:0}
    .q1{--q:var(--q1)}.q2{--q:var(--q2)}.q3{--q:var(--q3)}.q4{--q:var(--q4)}
    .event::before{content:"";position:absolute;inset-inline-start:11.25rem;top:0;bottom:0;width:2px;
    background:var(--line)}
    .event::after{content:"";position:absolute;inset-inline-start:calc(11.25rem - 5px);top:1.35rem;width:12px;height:12px;
    border-radius:50%;background:var(--q);border:2px solid var(--bg)}
    .event:target .card{outline:2px solid var(--accent)}
    .chips{margin:0;display:flex;gap:.4rem;align-items:center;font-size:.8rem}
    .chip{padding:.08rem .6rem;border-radius:99px;line-height:1.7}
    .type{color:var(--q);border:1px solid currentColor;font-weight:600}
    .status{background:var(--line)}
    .self{margin-inline-start:auto;color:var(--soft);text-decoration:none;opacity:.5}
    .self:hover{opacity:1}
    h3{margin:.45rem 0 .3rem;font-size:1.17rem;line-height:1.45;font-weight:650;overflow-wrap:anywhere}
    [data-ui=ur] h3,[data-ui=ur] h2{line-height:2.1}
    .facts{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:0;padding:0;color:var(--soft);
    font-size:.88rem}
    .facts b{color:var(--ink);font-weight:600}
    .people b{color:var(--q4)}
    meter{width:4.2rem;height:.6rem;vertical-align:middle}
    .conflict{margin:.7rem 0 0;padding:.55rem .8rem;border-radius:.6rem;background:var(--warn-bg);color:var(--warn);
    font-size:.9rem}
    .conflict p{margin:0;font-weight:600}
    .conflict ul{margin:.15rem 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem}
    figure{margin:.8rem 0 0}
    blockquote{margin:0;padding-inline-start:.85rem;border-inline-start:3px solid var(--line);font-size:1.06rem;
    line-height:1.95;text-align:start;overflow-wrap:anywhere;unicode-bidi:isolate}
    blockquote:lang(ur){font-size:1.02rem;line-height:2.5}
    mark{background:var(--mark);color:inherit;border-radius:.25rem;padding:.05em .18em;
    -webkit-box-decoration-break:clone;box-decoration-break:clone}
    figcaption{margin-top:.15rem;font-size:.8rem;color:var(--soft);overflow-wrap:anywhere}
    figcaption .id{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:.92em}
    a{color:var(--accent)}
    details{margin-top:.6rem}
    summary{cursor:pointer;color:var(--accent);font-size:.88rem}
    .why ul{margin:.3rem 0 0;padding-inline-start:1.1rem;color:var(--soft);font-size:.8rem;text-align:left;
    overflow-wrap:anywhere}
    .empty{padding:3rem 0;text-align:center;color:var(--soft)}
    footer{padding:1.5rem 1.25rem 3rem;color:var(--soft);font-size:.85rem;text-align:center}
    [hidden]{display:none!important}
    @media(max-width:44rem){
    .top{grid-template-columns:1fr;padding-top:1.25rem}.ui{justify-content:flex-start;margin-top:.6rem}
    .event{display:block;padding-inline-start:1.1rem}
    .event::before{inset-inline-start:0}.event::after{inset-inline-start:-5px;top:.35rem}
    .when{text-align:start;padding:.1rem 0 .35rem}.when>*{display:inline}
    .when>*+*::before{content:" · "}
    .top,main{padding-left:.9rem;padding-right:.9rem}.card{padding:.85rem .9rem}
    .filters>*{flex-basis:44%}
    }
    @media print{.filters,.ui,.self{display:none}.card{break-inside:avoid;box-shadow:none}body{background:#fff}}
    """
}

/// The page's script: the language switch and the filters. Without it the page shows everything.
enum PageScript {
  static let source = """
    (function(){"use strict";
    var root=document.documentElement,filters=document.getElementById("filters"),
    events=Array.prototype.slice.call(document.querySelectorAll(".event")),
    months=Array.prototype.slice.call(document.querySelectorAll(".month")),
    shown=document.getElementById("shown"),nothing=document.getElementById("nothing");
    function speak(ui){root.dataset.ui=ui;root.lang=ui;root.dir=ui==="en"?"ltr":"rtl";
    document.querySelectorAll("[data-set]").forEach(function(b){b.setAttribute("aria-pressed",String(b.dataset.set===ui))});
    document.querySelectorAll("option[data-en]").forEach(function(o){o.textContent=o.dataset[ui]});
    document.querySelectorAll("input[data-en]").forEach(function(i){i.placeholder=i.dataset[ui]})}
    function fold(s){return s.toLowerCase().replace(/[\\u064a\\u0649]/g,"\\u06cc").replace(/\\u0643/g,"\\u06a9")
    .replace(/[\\u0622\\u0623\\u0625]/g,"\\u0627").replace(/[\\u064b-\\u065f\\u0640\\u200c]/g,"")}
    function apply(){var want={};filters.querySelectorAll("[data-filter]").forEach(function(f){want[f.dataset.filter]=f.value.trim()});
    var words=fold(want.text||"").split(/\\s+/).filter(Boolean),n=0;
    events.forEach(function(e){var ok=["type","country","language","status"].every(function(k){
    return !want[k]||e.dataset[k].split(" ").indexOf(want[k])>=0});
    if(ok&&words.length){var t=e.folded||(e.folded=fold(e.textContent));ok=words.every(function(w){return t.indexOf(w)>=0})}
    e.hidden=!ok;if(ok)n++});
    months.forEach(function(m){m.hidden=!m.querySelector(".event:not([hidden])")});
    shown.textContent=n;if(nothing)nothing.hidden=n>0||!events.length}
    document.querySelectorAll("[data-set]").forEach(function(b){b.addEventListener("click",function(){speak(b.dataset.set)})});
    if(filters&&events.length>1){filters.hidden=false;filters.addEventListener("input",apply)}
    speak(/^#(en|fa|ar|ur)$/.test(location.hash)?location.hash.slice(1):root.dataset.ui)})();
    """
}
