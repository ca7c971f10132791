#!/usr/bin/env bash
# Fuzzes the targets with libFuzzer. FUZZ_SECONDS for all together (300), FUZZ_TARGETS to choose some.
set -euo pipefail
cd "$(dirname "$0")/.."
build=.build/fuzz
export SILSILA_FUZZ=1
swift build -c release --sanitize fuzzer --scratch-path $build --product fuzz
all=$(sed -n 's/.*all: \[FuzzTarget\] = \[\(.*\)\]/\1/p' Fuzz/Targets/FuzzTarget.swift | tr -d '.,')
targets=${FUZZ_TARGETS:-$all}
count=$(wc -w <<<"$targets")
each=$((${FUZZ_SECONDS:-300} / count))
[ $each -gt 0 ] || each=1
failed=
for target in $targets; do
  corpus=$build/corpus/$target
  mkdir -p "$corpus" $build/found
  export FUZZ_TARGET=$target FUZZ_SEEDS=$corpus FUZZ_WORDS=$build/$target.dict
  touch "$FUZZ_WORDS"
  echo "== $target: $each s"
  # The backtrace of Swift would hide the report of libFuzzer.
  SWIFT_BACKTRACE=enable=no $build/release/fuzz "$corpus" -max_total_time=$each -timeout=10 -rss_limit_mb=2048 \
    -max_len=4096 -dict="$FUZZ_WORDS" -print_final_stats=1 -artifact_prefix="$build/found/$target-" \
    2>&1 | grep -vE '^#[0-9]+[[:space:]]+(NEW|REDUCE|RELOAD|pulse)' | tail -25 || failed="$failed $target"
done
[ -z "$failed" ] || { echo "broken:$failed, inputs in $build/found" >&2; exit 1; }
