#!/usr/bin/env bash
# Speed of reading text, one thread, beside the Python tools: run.sh PATH… (the seed articles when none is given).
# The Python tools come from PyPI into an environment that is thrown away.
set -euo pipefail
cd "$(dirname "$0")"
paths=("${@:-../../seeds}")
"${SWIFT:-swift}" run --package-path ../.. -c release TextBenchmark "${paths[@]}"
venv=$(mktemp -d)
trap 'rm -rf "$venv"' EXIT
python3 -m venv "$venv"
pip="$venv/bin/pip -q --disable-pip-version-check install"
# Rules only: the models of these packages (TensorFlow, PyTorch, fastText) are not needed and not installed.
$pip dateparser pyarabic nltk flashtext emoji regex click setuptools future six docopt cachetools numpy scipy pandas dill \
  editdistance tabulate tqdm requests
$pip --no-deps hazm urduhack camel-tools
"$venv/bin/python" peers.py "${paths[@]}"
