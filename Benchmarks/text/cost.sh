#!/usr/bin/env bash
# What reading bad input costs, in instructions, which do not depend on what else the machine does. Four times the
# input must cost four times the instructions: fails when it costs more than five times as much. Needs valgrind.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift=${SWIFT:-swift}
"$swift" build -c release --product TextBenchmark >&2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
# valgrind cannot read the debugging information of Swift.
strip -g -o "$dir/bench" "$("$swift" build -c release --show-bin-path)/TextBenchmark"
# One dump for each call of `churn`, numbered in their order.
valgrind --tool=callgrind --callgrind-out-file="$dir/out" --toggle-collect='*churn*' --dump-after='*churn*' \
  "$dir/bench" --bad-input >"$dir/cases" 2>"$dir/log" || { tail -5 "$dir/log" >&2; exit 1; }
n=0
printf '%-11s %-8s %12s %12s\n' input language 'per byte' 'for 4 times'
while read -r kind language bytes; do
  n=$((n + 1))
  echo "$kind $language $bytes $(sed -n 's/^totals: //p' "$dir/out.$n")"
done <"$dir/cases" | awk '
  NR % 2 { bytes = $3; count = $4; next }
  {
    growth = $4 / count * 4 * bytes / $3
    printf "%-11s %-8s %12.1f %12.2f\n", $1, $2, $4 / $3, growth
    if (growth > 5) bad = bad " " $1 "/" $2
  }
  END { if (bad) { print "not linear:" bad; exit 1 } }'
