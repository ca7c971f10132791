#!/usr/bin/env bash
# What reading bad input and coding long articles costs, in instructions, which do not depend on what else the machine
# does. Four times the input must cost four times the instructions: fails when it costs more than five times as much.
# Needs valgrind. cost.sh [bad-input|growth]: one of the two; each takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift=${SWIFT:-swift}
"$swift" build -c release --product TextBenchmark >&2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
# valgrind cannot read the debugging information of Swift.
strip -g -o "$dir/bench" "$("$swift" build -c release --show-bin-path)/TextBenchmark"

# A line for each case, counted in a process of its own, from the first to the last that there is.
cases() {
  local n=0 line
  while :; do
    line=$(valgrind --tool=callgrind --callgrind-out-file="$dir/out" --toggle-collect='*churn*' \
      "$dir/bench" --only $n "$@" 2>"$dir/log") || { tail -5 "$dir/log" >&2; exit 1; }
    [ -n "$line" ] || return 0
    echo "$line" | cut -d' ' -f1-3 | tr '\n' ' '
    sed -n 's/^totals: //p' "$dir/out"
    n=$((n + 1))
  done
}

measure() {
  printf '%-11s %-8s %9s %12s %12s\n' input language bytes 'per byte' 'for 4 times'
  cases "$@" | awk '
    {
      if (!$4) { print "nothing was counted of " $1 "/" $2; failed = 1; exit 1 }
      growth = $1 == kind && $2 == language ? $4 / count * 4 * bytes / $3 : 0
      printf "%-11s %-8s %9d %12.1f %12s\n", $1, $2, $3, $4 / $3, growth ? sprintf("%.2f", growth) : ""
      fflush()
      # Of one sentence the work budget refuses what costs the square of its events.
      if (growth > 5 && $1 != "sentence") bad = bad " " $1 "/" $2
      kind = $1; language = $2; bytes = $3; count = $4
    }
    END { if (failed) exit 1; if (bad) { print "not linear:" bad; exit 1 } }'
}

case ${1:-all} in
  all) measure --bad-input; measure --growth 1280000 ;;
  growth) measure --growth 1280000 ;;
  bad-input) measure --bad-input ;;
  *) echo "cost.sh: \`$1\` is neither bad-input nor growth" >&2; exit 2 ;;
esac
