/// The page's style sheet.
enum PageStyle {
  static let source = """
    :root{--bg:#f6f4ef;--card:#fffefb;--ink:#1f2328;--soft:#626a73;--line:#e2ddd2;--accent:#0f5e63;--mark:#ffe9a8;
    --q1:#2a7f62;--q2:#1d6fa5;--q3:#a86a00;--q4:#b3372f;--warn-bg:#fff4dc;--warn:#7a5200;
    --latin:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    --naskh:Vazirmatn,"Noto Naskh Arabic","Noto Sans Arabic","Geeza Pro","Segoe UI",Tahoma,"Noto Sans",sans-serif;
    --arabic:"Noto Naskh Arabic","Geeza Pro","Noto Sans Arabic","Segoe UI",Tahoma,"Noto Sans",sans-serif;
    --nastaliq:"Noto Nastaliq Urdu","Jameel Noori Nastaleeq","Urdu Typesetting",system-ui,"Noto Sans","Noto Naskh Arabic",
    Tahoma,sans-serif}
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
    :lang(en){font-family:var(--latin)}
    [data-ui=ur]{line-height:2}
    .dot{margin-inline:.3em;font-family:var(--latin)}
    .skip{position:absolute;inset-inline-start:1rem;top:-4rem;z-index:3;padding:.5rem 1rem;background:var(--accent);
    color:var(--card);border-radius:.5rem}
    .skip:focus{top:.6rem}
    main:focus{outline:none}
    .top,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
    .top{padding-top:2.25rem;display:grid;grid-template-columns:1fr auto;gap:.25rem 1rem;align-items:start}
    h1{margin:0;font-size:1.9rem;letter-spacing:-.01em;line-height:1.2}
    h1 .script{color:var(--accent);font-weight:500;margin-inline-start:.35rem}
    .brand p{margin:.15rem 0 0;color:var(--soft)}
    .ui{display:flex;flex-wrap:wrap;gap:.25rem;justify-content:flex-end}
    .ui button{font-size:.85rem;line-height:1.5;padding:.3rem .7rem;border:1px solid var(--line);border-radius:99px;
    background:none;color:var(--soft);cursor:pointer}
    .ui button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--card)}
    .counts{grid-column:1/-1;margin:.8rem 0 0;color:var(--soft)}
    .counts b{color:var(--ink)}
    .filtering{grid-column:1/-1;margin-top:.5rem}
    .filters{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.5rem;margin-top:.5rem}
    .filters select,.filters input,.filters button{width:100%;min-width:0;font:inherit;font-size:.92rem;
    padding:.45rem .6rem;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:.55rem}
    .filters .day{display:flex;gap:.4rem;align-items:center;color:var(--soft);font-size:.92rem;white-space:nowrap}
    .filters .day input{flex:1}
    .filters button{cursor:pointer;color:var(--accent)}
    [data-ui=ur] .filters :is(select,button){line-height:1.9;padding-block:.15rem}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    .month h2{position:sticky;top:0;z-index:1;margin:2rem 0 .4rem;padding:.5rem 0;font-size:1rem;font-weight:600;
    color:var(--accent);background:linear-gradient(var(--bg) 75%,transparent)}
    .event{display:grid;grid-template-columns:10.5rem 1fr;gap:0 1.5rem;position:relative;content-visibility:auto;
    contain-intrinsic-size:auto 20rem}
    .when{padding:1.05rem 0 0;text-align:end;color:var(--soft);font-size:.82rem;line-height:1.5}
    [data-ui=ur] .when{line-height:2.15;padding-top:.7rem}
    .when>*{display:block}
    .when .main{font-size:.98rem;font-weight:650;color:var(--ink)}
    .when .main.wide{font-weight:500;color:var(--soft)}
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
    [data-ui=ur] h3,[data-ui=ur] h2{line-height:2.2}
    [data-ui=ur] h3{margin:.2rem 0 .1rem;font-size:1.12rem}
    .links{list-style:none;margin:.5rem 0 0;padding:0;font-size:.9rem;color:var(--soft)}
    .links li::before{content:"→ ";color:var(--accent)}
    [dir=rtl] .links li::before{content:"← "}
    .facts{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:0;padding:0;color:var(--soft);
    font-size:.88rem}
    .facts b{color:var(--ink);font-weight:600}
    .people b{color:var(--q4)}
    meter{width:4.2rem;height:.6rem;vertical-align:middle}
    .conflict{margin:.7rem 0 0;padding:.55rem .8rem;border-radius:.6rem;background:var(--warn-bg);color:var(--warn);
    font-size:.9rem}
    .conflict p{margin:0;font-weight:600}
    .conflict p::before{content:"≠";margin-inline-end:.45em;font-family:ui-monospace,monospace}
    .conflict ul{margin:.15rem 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.6rem}
    .conflict li span{font-size:.92em}
    .conflict .id{overflow-wrap:anywhere}
    figure{margin:.8rem 0 0}
    blockquote{margin:0;padding-inline-start:.85rem;border-inline-start:3px solid var(--line);font-size:1.06rem;
    line-height:1.95;text-align:start;overflow-wrap:anywhere;unicode-bidi:isolate}
    blockquote:lang(ur){font-size:1.02rem;line-height:2.5}
    mark{background:var(--mark);color:inherit;border-radius:.25rem;padding:.05em .18em;
    -webkit-box-decoration-break:clone;box-decoration-break:clone}
    figcaption{margin-top:.15rem;font-size:.8rem;color:var(--soft);overflow-wrap:anywhere}
    .id{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:.92em}
    a{color:var(--accent)}
    details{margin-top:.6rem}
    summary{cursor:pointer;color:var(--accent);font-size:.88rem}
    .why ul{margin:.3rem 0 0;padding-inline-start:1.1rem;color:var(--soft);font-size:.8rem;text-align:left;
    line-height:1.5;overflow-wrap:anywhere}
    .near ul{margin:.3rem 0 0;padding-inline-start:1.1rem;font-size:.9rem;overflow-wrap:anywhere}
    .near p{margin:.1rem 0 .4rem;color:var(--soft);font-size:.85em;line-height:1.5;text-align:left}
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
    .filters{grid-template-columns:1fr 1fr}.filters .day{flex-wrap:wrap}
    }
    @media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    @media print{
    :root{--bg:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--mark:#eee;--warn-bg:#fff;--warn:#000}
    body{font-size:11pt}.filtering,.ui,.self,.skip,meter,.near{display:none}.top,main,footer{max-width:none;padding:0}
    .month h2{position:static;background:none;break-after:avoid}.event{content-visibility:visible}
    .card{box-shadow:none}.card,figure{break-inside:avoid}.conflict{border:1px solid #000}
    mark{font-weight:700;background:none;text-decoration:underline}
    a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}}
    """
}

/// The page's script: the language switch, the filters, and keys: `/` searches, `j` and `k` go from event to event.
/// Without it the page shows everything.
enum PageScript {
  static let source = """
    (function(){"use strict";
    var root=document.documentElement,filters=document.getElementById("filters"),
    filtering=document.getElementById("filtering"),clear=document.getElementById("clear"),
    events=Array.prototype.slice.call(document.querySelectorAll(".event")),
    months=Array.prototype.slice.call(document.querySelectorAll(".month")),
    shown=document.getElementById("shown"),nothing=document.getElementById("nothing"),
    digits={en:"en",fa:"fa",ar:"ar-EG",ur:"ur-u-nu-arabext"},keys=["type","country","actor","language","status","source"];
    function count(n){shown.dataset.n=n;shown.textContent=n.toLocaleString(digits[root.dataset.ui],{useGrouping:false})}
    function speak(ui){root.dataset.ui=ui;root.lang=ui;root.dir=ui==="en"?"ltr":"rtl";
    document.querySelectorAll("[data-set]").forEach(function(b){b.setAttribute("aria-pressed",String(b.dataset.set===ui))});
    document.querySelectorAll("[data-en]").forEach(function(e){
    if(e.tagName==="OPTION"){e.textContent=e.dataset[ui];return}
    if(e.placeholder!==undefined&&e.type==="search")e.placeholder=e.dataset[ui];
    e.setAttribute("aria-label",e.dataset[ui])});
    count(Number(shown.dataset.n))}
    function fold(s){return s.toLowerCase().replace(/[\\u064a\\u0649\\u06d2]/g,"\\u06cc").replace(/\\u0643/g,"\\u06a9")
    .replace(/[\\u0622\\u0623\\u0625]/g,"\\u0627").replace(/[\\u0629\\u06c1\\u06be]/g,"\\u0647")
    .replace(/[\\u06f0-\\u06f9]/g,function(d){return d.charCodeAt(0)-0x6f0})
    .replace(/[\\u0660-\\u0669]/g,function(d){return d.charCodeAt(0)-0x660})
    .replace(/[\\u064b-\\u065f\\u0640\\u200c]/g,"")}
    function apply(){var want={},any=false;
    filters.querySelectorAll("[data-filter]").forEach(function(f){want[f.dataset.filter]=f.value.trim();any=any||!!want[f.dataset.filter]});
    var words=fold(want.text||"").split(/\\s+/).filter(Boolean),n=0;
    events.forEach(function(e){var d=e.dataset,ok=keys.every(function(k){
    return !want[k]||d[k].split(" ").indexOf(want[k])>=0});
    if(ok&&(want.from||want.to))ok=d.start!==undefined&&(!want.to||!d.start||d.start<=want.to)
    &&(!want.from||!d.end||d.end>=want.from);
    if(ok&&words.length){var t=e.folded||(e.folded=fold(e.textContent));ok=words.every(function(w){return t.indexOf(w)>=0})}
    e.hidden=!ok;if(ok)n++});
    months.forEach(function(m){m.hidden=!m.querySelector(".event:not([hidden])")});
    count(n);clear.hidden=!any;if(nothing)nothing.hidden=n>0||!events.length}
    function reset(){filters.querySelectorAll("[data-filter]").forEach(function(f){f.value=""});apply()}
    function step(by){var seen=events.filter(function(e){return !e.hidden}),top=60,at=-1;
    seen.forEach(function(e,i){if(e.getBoundingClientRect().top<=top+1)at=i});
    var to=seen[Math.max(0,Math.min(seen.length-1,at+by))];
    if(to){to.tabIndex=-1;to.focus({preventScroll:true});window.scrollBy(0,to.getBoundingClientRect().top-top)}}
    function show(){var e=location.hash.length>1&&document.getElementById(location.hash.slice(1));
    if(e&&e.hidden){reset();e.scrollIntoView()}}
    var waiting;
    document.querySelectorAll("[data-set]").forEach(function(b){b.addEventListener("click",function(){speak(b.dataset.set)})});
    if(filtering&&events.length>1){filtering.hidden=false;filtering.open=window.innerWidth>700;
    filters.addEventListener("input",function(e){clearTimeout(waiting);
    waiting=setTimeout(apply,e.target.type==="search"?150:0)});
    clear.addEventListener("click",reset)}
    window.addEventListener("hashchange",show);
    document.addEventListener("keydown",function(e){
    if(e.ctrlKey||e.metaKey||e.altKey||/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName))return;
    if(e.key==="/"&&filtering&&!filtering.hidden){filtering.open=true;
    filters.querySelector("[type=search]").focus();e.preventDefault()}
    else if(e.key==="j")step(1);else if(e.key==="k")step(-1)});
    var folded=[];
    window.addEventListener("beforeprint",function(){
    folded=Array.prototype.slice.call(document.querySelectorAll(".more:not([open])"));
    folded.forEach(function(d){d.open=true})});
    window.addEventListener("afterprint",function(){folded.forEach(function(d){d.open=false})});
    speak(/^#(en|fa|ar|ur)$/.test(location.hash)?location.hash.slice(1):root.dataset.ui)})();
    """
}
