#!/usr/bin/env bash
# Speed of reading text, one thread, beside the Python tools: run.sh PATH… (the seed articles when none is given).
# The Python tools come from PyPI into an environment that is thrown away; --no-peers leaves them out.
set -euo pipefail
cd "$(dirname "$0")"
peers=true
[ "${1:-}" != --no-peers ] || { peers=false; shift; }
paths=("${@:-../../seeds}")
swift build -c release
.build/release/textbench speed "${paths[@]}"
$peers || exit 0
venv=$(mktemp -d)
trap 'rm -rf "$venv"' EXIT
python3 -m venv "$venv"
pip="$venv/bin/pip -q --disable-pip-version-check install"
# Rules only: the models of these packages (TensorFlow, PyTorch, fastText) are not needed and not installed.
$pip dateparser pyarabic nltk flashtext emoji regex click setuptools future six docopt cachetools numpy scipy pandas dill \
  editdistance tabulate tqdm requests
$pip --no-deps hazm urduhack camel-tools
"$venv/bin/python" peers.py "${paths[@]}"
