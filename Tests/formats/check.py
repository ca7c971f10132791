#!/usr/bin/env python3
"""check.py DIRECTORY: read every export in DIRECTORY (NAME-LANGUAGE.FORMAT) with libraries that know nothing of Silsila.

Each file is read by an independent reader of its format and compared with the JSON export of the same timeline. Prints
what is wrong, one line each, and exits with 1 when there is anything."""
import csv, datetime, io, json, pathlib, re, sys

import geojson, html5lib, icalendar, jsonschema, markdown_it, pandas, shapely.geometry

HERE = pathlib.Path(__file__).resolve().parent
PLOVER = json.loads((HERE / "plover.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((HERE / "timeline.schema.json").read_text(encoding="utf-8"))
LANGUAGES = ["en", "fa", "ar", "ur"]
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
EMBEDDINGS = re.compile("[\u202a-\u202e]")

problems = []
checks = 0


def check(condition, *what):
    global checks
    checks += 1
    if not condition:
        problems.append(" ".join(str(w) for w in what))


def words(text):
    """The text as a reader sees it: without controls and directional marks, spaces as one."""
    text = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+", " ", text)
    return " ".join(text.split())


def first_day(event):
    date = event["date"] or {}
    return date.get("start") or date.get("end")


def last_day(event):
    date = event["date"] or {}
    return date.get("end") or date.get("start")


# ---- JSON

def check_json(name, text):
    timeline = json.loads(text)
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    for error in list(validator.iter_errors(timeline))[:5]:
        check(False, name, "schema:", error.json_path, error.message[:200])
    check(text.endswith("}\n"), name, "ends without a line feed")
    known = {e["id"] for e in timeline["events"]}
    check(len(known) == len(timeline["events"]), name, "an id stands twice")
    for event in timeline["events"]:
        ids = {m["id"] for m in event["mentions"]}
        for conflict in event["conflicts"]:
            for value in conflict["values"]:
                check(set(value["mentions"]) <= ids, name, event["id"], "a conflict names a mention of another event")
        told = {a for s in event["sources"] for a in [s["article"], *s["copies"]]}
        check({m["article"] for m in event["mentions"]} <= told, name, event["id"], "an article is no source")
    return timeline["events"]


def check_jsonl(name, text, events):
    check([json.loads(line) for line in text.splitlines()] == events or
          [json.loads(line) for line in text.split("\n")[:-1]] == events, name, "differs from the JSON export")


def check_mentions(name, text, events):
    lines = [json.loads(line) for line in text.split("\n")[:-1]]
    told = [(e["id"], m["id"], m["date"]) for e in events for m in e["mentions"]]
    check([(m["event"], m["id"], m["date"]) for m in lines] == told, name, "differs from the mentions of the JSON export")


# ---- PLOVER and POLECAT

def check_plover(name, text, events):
    records = [json.loads(line) for line in text.split("\n")[:-1]]
    dated = [e for e in events if first_day(e)]
    check(len(records) == len(dated), name, len(records), "records of", len(dated), "dated events")
    fields = {f["name"] for f in PLOVER["record"]} | {"size", "mentions", "sources"}
    for record, event in zip(records, dated):
        at = f"{name} {record.get('id')}"
        for field in PLOVER["record"]:
            if field["required"]:
                check(record.get(field["name"]) not in (None, "", []), at, "lacks", field["name"])
        check(set(record) <= fields, at, "has", set(record) - fields)
        check(record["id"] == event["id"], at, "is not event", event["id"])
        day = datetime.date.fromisoformat(record["date"])
        if "enddate" in record:
            check(datetime.date.fromisoformat(record["enddate"]) > day, at, "ends before it begins")
        if "time" in record:
            datetime.datetime.fromisoformat(record["date"] + "T" + record["time"])
        kind = PLOVER["types"].get(record["event"][0])
        check(len(record["event"]) == 1 and kind, at, "type", record["event"])
        check(record["quad_code"] == kind["quad"], at, "quad", record["quad_code"])
        for mode in record.get("mode", []):
            check(mode in kind["modes"], at, "mode", mode)
        for context in record.get("context", []):
            check(context in PLOVER["contexts"] + PLOVER["auxiliaryModes"], at, "context", context)
        scores = [kind["score"]] + [s for m, s in kind["modes"].items() if m in record.get("mode", [])]
        check(record["event_scale"] in [kind["score"] if s is None else s for s in scores], at, "scale", record["event_scale"])
        for party in record["actor"] + record.get("recipient", []):
            check(set(party) <= set(PLOVER["entityObject"]), at, "party", set(party))
            check(any(party.get(k) for k in ("code", "sector", "entity_text", "identifier_text")), at, "unknown party")
            if "code" in party:
                check(re.fullmatch("[A-Z]{3}", party["code"]), at, "code", party["code"])
            if "sector" in party:
                check(party["sector"] in PLOVER["sectors"], at, "sector", party["sector"])
        check(isinstance(record["text_info"], dict) and isinstance(record["cite_info"], dict), at, "info is no object")


def check_polecat(name, text, events):
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n"))
    check(rows[0] == PLOVER["polecatColumns"], name, "columns differ")
    check(len(rows) == len(events) + 1, name, len(rows) - 1, "rows of", len(events))
    for row in rows:
        check(len(row) == 40, name, len(row), "cells:", row[:1])
        check(all(cell != "" for cell in row), name, "an empty cell:", row[:1])
    frame = pandas.read_csv(io.StringIO(text), sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False, dtype=str)
    check(list(frame["Event ID"]) == [e["id"] for e in events], name, "pandas reads other ids")
    for cell, event in zip(frame["Event Date"], events):
        check(cell == (first_day(event) or "None"), name, event["id"], "date", cell)


def check_csv(name, text, events):
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    check(len(rows) == len(events), name, len(rows), "rows of", len(events))
    frame = pandas.read_csv(io.StringIO(text, newline=""), keep_default_na=False, dtype=str)
    check(len(frame) == len(events), name, "pandas reads", len(frame), "rows")
    check(list(frame["id"]) == [e["id"] for e in events], name, "pandas reads other ids")
    for row, event in zip(rows, events):
        at = f"{name} {event['id']}"
        check(None not in row and None not in row.values(), at, "a row of another length")
        for language in LANGUAGES:
            shown, said = words(row["title_" + language]), words(event["title"][language])
            check(shown.lstrip("'") == said.lstrip("'"), at, "title", language)
        check(row["start"] == ((event["date"] or {}).get("start") or ""), at, "start", row["start"])
        check(int(row["mentions"]) == len(event["mentions"]), at, "mentions", row["mentions"])
        for cell in row.values():
            check(not re.match(r"[=+@\t\r]", cell) and not re.match(r"-[^0-9]", cell), at, "a formula:", cell[:40])
            check(not CONTROLS.search(cell), at, "a control character")


# ---- Calendar, map, slides

def check_ics(name, data, events):
    check(data.endswith(b"END:VCALENDAR\r\n"), name, "has no end")
    check(b"\n" not in data.replace(b"\r\n", b""), name, "a line feed without a carriage return")
    for line in data.split(b"\r\n"):
        check(len(line) <= 75, name, "a line of", len(line), "octets")
    calendar = icalendar.Calendar.from_ical(data)
    check(calendar["VERSION"] == "2.0" and calendar["PRODID"], name, "lacks version or product")
    entries = list(calendar.walk("VEVENT"))
    dated = [e for e in events if first_day(e)]
    check(len(entries) == len(dated), name, len(entries), "entries of", len(dated), "dated events")
    language = name[-2:]
    for entry, event in zip(entries, dated):
        at = f"{name} {event['id']}"
        check(not entry.errors, at, entry.errors)
        check(entry["UID"].startswith(event["id"]), at, "uid", entry["UID"])
        check(entry.decoded("DTSTART") == datetime.date.fromisoformat(first_day(event)), at, "start")
        end = datetime.date.fromisoformat(last_day(event)) + datetime.timedelta(days=1)
        check(entry.decoded("DTEND") == end, at, "end", entry.decoded("DTEND"))
        check(entry.decoded("DTSTAMP").tzinfo is not None, at, "stamp without zone")
        check(words(str(entry["SUMMARY"])) == words(event["title"][language]), at, "title", repr(str(entry["SUMMARY"]))[:80])
        check(str(entry.get("STATUS", "CONFIRMED")) in ("TENTATIVE", "CONFIRMED", "CANCELLED"), at, "status")
        if "GEO" in entry:
            check(-90 <= entry["GEO"].latitude <= 90 and -180 <= entry["GEO"].longitude <= 180, at, "place")
    check(len({str(e["UID"]) for e in entries}) == len(entries), name, "an id stands twice")


def check_geojson(name, text, events):
    collection = geojson.loads(text)
    check(collection.is_valid, name, collection.errors())
    check(len(collection["features"]) == len(events), name, "features")
    for feature, event in zip(collection["features"], events):
        at = f"{name} {event['id']}"
        check(feature["id"] == event["id"], at, "id", feature["id"])
        place = event["location"] or {}
        if place.get("lat") is None or place.get("lon") is None:
            check(feature["geometry"] is None, at, "a geometry from nowhere")
        else:
            point = shapely.geometry.shape(feature["geometry"])
            check(point.is_valid and (point.x, point.y) == (place["lon"], place["lat"]), at, "point", point)
        check(feature["properties"]["title"] == event["title"]["en"], at, "title")


def check_timelinejs(name, text, events):
    """TimelineJS 3, "JSON data format": a year is required, a day needs a month, HTML in the texts is taken as such."""
    slides = json.loads(text)
    check(set(slides) <= {"title", "events", "eras", "scale"}, name, "members", set(slides))
    check(slides.get("scale") in ("human", "cosmological"), name, "scale")
    dated = [e for e in events if first_day(e)]
    check(len(slides["events"]) == len(dated), name, len(slides["events"]), "slides of", len(dated), "dated events")
    allowed = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
    names = set()
    for slide, event in zip(slides["events"], dated):
        at = f"{name} {event['id']}"
        check(set(slide) <= allowed, at, "members", set(slide) - allowed)
        days = []
        for key in ("start_date", "end_date"):
            if key not in slide:
                continue
            date = slide[key]
            check(set(date) <= {"year", "month", "day", "hour", "minute", "second", "format", "display_date"}, at, key, date)
            check(all(re.fullmatch(r"-?\d+", str(v)) for v in date.values()), at, key, "is no number:", date)
            check("year" in date and ("day" not in date or "month" in date), at, key, "has a hole:", date)
            days.append(datetime.date(date["year"], date.get("month", 1), date.get("day", 1)))
        check(days == sorted(days), at, "ends before it begins")
        check(days[0] <= datetime.date.fromisoformat(last_day(event)), at, "start", days[0])
        wide = (event["date"]["granularity"] == "year" and first_day(event).endswith("01-01"))
        check(not wide or set(slide["start_date"]) == {"year"}, at, "a year has a day:", slide["start_date"])
        check(set(slide["text"]) <= {"headline", "text"}, at, "text", set(slide["text"]))
        for part in slide["text"].values():
            check_fragment(at, part)
        check_fragment(at, slide["display_date"])
        check(slide["unique_id"] not in names and re.fullmatch(r"[A-Za-z][\w-]*", slide["unique_id"]), at, "unique_id")
        names.add(slide["unique_id"])


# ---- Pages and text

ALLOWED = {"html", "head", "body", "p", "blockquote", "strong", "em", "code", "h1", "h2", "h3", "h4", "ul", "ol", "li",
           "hr", "br", "a"}


def check_fragment(at, text):
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False, treebuilder="etree")
    for element in tree.iter():
        if isinstance(element.tag, str):
            check(element.tag in ALLOWED | {"DOCUMENT_FRAGMENT"}, at, "element", element.tag)
            check(not any(k.startswith("on") for k in element.attrib), at, "handler", element.attrib)
            check(not (element.get("href") or "").lower().startswith("javascript"), at, "script link")


def check_html(name, text, events):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(text)
    for position, code, details in parser.errors[:5]:
        check(False, name, "line", position[0], code, details)
    language = name[-2:]
    root = tree if tree.tag == "html" else tree.find("html")
    check(root.get("lang") == language and root.get("dir") == ("ltr" if language == "en" else "rtl"), name, root.attrib)
    articles = [e for e in tree.iter("article")]
    check([a.get("id") for a in articles] == ["e-" + e["id"] for e in events], name, len(articles), "cards of", len(events))
    scripts = list(tree.iter("script"))
    check(len(scripts) == 1 and not scripts[0].get("src"), name, len(scripts), "scripts")
    policy = [m.get("content") for m in tree.iter("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    check(len(policy) == 1 and "default-src 'none'" in policy[0], name, "policy", policy)
    ids = [e.get("id") for e in tree.iter() if isinstance(e.tag, str) and e.get("id")]
    check(len(ids) == len(set(ids)), name, "an id stands twice")
    labelled = {inner for label in tree.iter("label") if "".join(label.itertext()).strip() for inner in label.iter()}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        check(element.tag not in ("img", "link", "iframe", "object", "embed", "base", "form"), name, "element", element.tag)
        for key, value in element.attrib.items():
            check(not key.startswith("on"), name, "handler", element.tag, key)
            if key in ("href", "src", "action"):
                check(re.match("#|https?://", value), name, "link", value[:60])
            if key == "for":
                check(value in ids, name, "a label for nothing:", value)
            if key.startswith("aria-labelledby") or key in ("aria-controls", "aria-describedby"):
                check(all(part in ids for part in value.split()), name, key, value)
        if element.tag in ("button", "select", "input", "a"):
            label = "".join(element.itertext()).strip() or element.get("aria-label") or element.get("title")
            check(label or element in labelled, name, "a control without a name:", element.tag, element.attrib)
    for article, event in zip(articles, events):
        heading = [h for h in article.iter("h3")][0]
        shown = {s.get("lang"): "".join(s.itertext()) for s in heading.iter("span") if s.get("lang")}
        for code in LANGUAGES:
            said = words(event["title"][code])
            check(words(shown.get(code, "".join(heading.itertext()))) == said, name, event["id"], "title", code)
        quotes = [words("".join(q.itertext())) for q in article.iter("blockquote")]
        check(quotes and all(any(words(m["sentence"]["text"]) == q for m in event["mentions"]) for q in quotes),
              name, event["id"], "quotes something else")


def check_markdown(name, text, events):
    html = markdown_it.MarkdownIt("commonmark", {"html": True}).render(text)
    check_fragment(name, html)
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False, treebuilder="etree")
    check(len(list(tree.iter("h3"))) == len(events), name, len(list(tree.iter("h3"))), "headings of", len(events))
    for heading, event in zip(tree.iter("h3"), events):
        check(words("".join(heading.itertext())) == words(event["title"][name[-2:]]), name, event["id"], "title")


def check_text(name, text, events):
    check(not CONTROLS.search(text.replace("\n", "")), name, "a control character")
    check(not EMBEDDINGS.search(text), name, "an embedding or override")
    for line in text.split("\n"):
        check(line.count("\u2067") + line.count("\u2066") == line.count("\u2069"), name, "an open isolate")


def main():
    folder = pathlib.Path(sys.argv[1])
    files = sorted(folder.glob("*.json"))
    check(files, "nothing in", folder)
    readers = {"plover": check_plover, "polecat": check_polecat, "csv": check_csv, "geojson": check_geojson,
               "timelinejs": check_timelinejs, "html": check_html, "markdown": check_markdown, "text": check_text,
               "jsonl": check_jsonl, "mentions": check_mentions}
    for file in files:
        stem = file.stem
        before = checks
        events = check_json(stem, file.read_bytes().decode("utf-8"))
        check_ics(stem, (folder / f"{stem}.ics").read_bytes(), events)
        for kind, reader in readers.items():
            reader(stem, (folder / f"{stem}.{kind}").read_bytes().decode("utf-8"), events)
        print(f"{stem}: {len(events)} events, {checks - before} checks")
    for problem in problems[:60]:
        print("WRONG:", problem)
    print(f"{checks} checks, {len(problems)} wrong")
    sys.exit(1 if problems else 0)


main()
