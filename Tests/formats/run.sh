#!/usr/bin/env bash
# Every export, of the seed articles and of a timeline of awkward events, read by software that is not of this project.
# The readers come from PyPI into a virtual environment that is thrown away.
set -euo pipefail
cd "$(dirname "$0")/../.."
SILSILA=${SILSILA:-.build/release/silsila}
SAMPLES=${SAMPLES:-.build/release/FormatSamples}
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

python3 -m venv "$WORK/venv"
"$WORK/venv/bin/pip" install --quiet --disable-pip-version-check -r Tests/formats/requirements.txt

mkdir "$WORK/out"
"$SILSILA" run seeds --data "$WORK/data" --format jsonl > "$WORK/run.jsonl"
for language in en fa ar ur; do
  for format in json jsonl mentions plover polecat csv markdown html timelinejs ics geojson text; do
    "$SILSILA" timeline --data "$WORK/data" --interface "$language" --format "$format" > "$WORK/out/seeds-$language.$format"
  done
done
cmp "$WORK/run.jsonl" "$WORK/out/seeds-en.jsonl"
"$SAMPLES" "$WORK/out"
"$WORK/venv/bin/python" Tests/formats/check.py "$WORK/out"
"$SILSILA" plover lint "$WORK/out/seeds-en.plover" "$WORK/out/nasty-en.plover"
