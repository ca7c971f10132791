#!/usr/bin/env bash
# Vectorscan scanning articles for the phrases of the lexicon's tables, beside Silsila reading them.
#
#     Benchmarks/vectorscan/run.sh [ARTICLES]     a folder of text files or a file of JSON lines; seeds by default
#
# Needs cc, python3 and libvectorscan-dev (or libhyperscan-dev).
set -euo pipefail
cd "$(dirname "$0")/../.."
articles=${1:-seeds}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -O2 -o "$work/scan" Benchmarks/vectorscan/scan.c $(pkg-config --libs libhs 2>/dev/null || echo -lhs)
python3 - "$articles" "$work" <<'PY'
import json, os, re, sys, random
source, work = sys.argv[1:]
phrases = set()
for name in sorted(os.listdir("Sources/Lexicons/Tables")):
    for line in open("Sources/Lexicons/Tables/" + name, encoding="utf-8"):
        m = re.match(r"\s+(?:fa|ar|ur)[.\w]*\s+(.*)", line)
        if m:
            phrases.update(p.strip(" ?_") for p in re.split(r"[|+/]", m.group(1)))
phrases = sorted(p for p in phrases if re.search(r"[\u0600-\u06ff]{3}", p))
random.Random(1).shuffle(phrases)
with open(work + "/all", "w", encoding="utf-8") as f: f.writelines(p + "\n" for p in phrases)
with open(work + "/some", "w", encoding="utf-8") as f: f.writelines(p + "\n" for p in phrases[:20000])
if os.path.isdir(source):
    texts = [open(os.path.join(source, n), encoding="utf-8").read() for n in sorted(os.listdir(source))]
else:
    texts = [json.loads(line)["text"] for line in open(source, encoding="utf-8")]
open(work + "/texts", "w", encoding="utf-8").write("\x1c".join(texts))
PY
"$work/scan" "$work/some" "$work/texts"
"$work/scan" "$work/all" "$work/texts"
