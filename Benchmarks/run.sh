#!/usr/bin/env bash
# All benchmarks, one after the other.
set -euo pipefail
cd "$(dirname "$0")/.."
Benchmarks/cluster.py "$@"
