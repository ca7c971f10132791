#!/usr/bin/env bash
# Instructions for bad input of doubling size, by callgrind: cost.sh [KIND…]. The last column is the growth; 2 is linear.
set -euo pipefail
cd "$(dirname "$0")"
swift build -c release
out=$(mktemp)
trap 'rm -f "$out"' EXIT
count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null .build/release/textbench "$@" 2>&1 >/dev/null |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
for kind in ${@:-nostop marks brackets digits numbers invisible}; do
  for language in fa ar ur; do
    base=$(count "$kind" "$language" 1)
    previous=
    for bytes in 16000 32000 64000 128000; do
      total=$(count "$kind" "$language" "$bytes")
      net=$((total - base))
      printf '%-10s %s %7d bytes %12d instructions %7.1f per byte' "$kind" "$language" "$bytes" "$net" \
        "$(echo "$net / $bytes" | bc -l)"
      [ -z "$previous" ] || printf '  x%.2f' "$(echo "$net / $previous" | bc -l)"
      echo
      previous=$net
    done
  done
done
