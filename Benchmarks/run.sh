#!/usr/bin/env bash
# All benchmarks, one after the other.
set -euo pipefail
cd "$(dirname "$0")/.."
"${SWIFT:-swift}" run -c release TextBenchmark
if [ -e /usr/include/hs/hs.h ]; then Benchmarks/vectorscan/run.sh; fi
Benchmarks/cluster.py "$@"
