#!/usr/bin/env bash
# Three hosts and more, as network namespaces on one machine: coordinator and aggregator on one, workers on others,
# articles submitted from a fourth. In the middle one worker's host is cut off and another one is added. The timeline
# must have the bytes of a local run; a peer without an authorised key must get nothing.
#
# usage: Tests/hosts/run.sh [ARTICLES]      needs root and iproute2; where namespaces are not permitted it says so and
#                                           uses loopback addresses, cutting a worker off by stopping it.
set -euo pipefail
cd "$(dirname "$0")/../.."
articles=${1:-2000}
bin=${BIN:-$PWD/.build/release/silsila}
work=$(mktemp -d)
tag=sil$$
hosts=(control east west north client stranger)
declare -A address
pids=()
namespaces=1

say() { printf '%s %s\n' "$(date +%T)" "$*"; }
cleanup() {
  for p in "${pids[@]:-}"; do kill -CONT "$p" 2>/dev/null || true; kill -9 "$p" 2>/dev/null || true; done
  if [ "$namespaces" = 1 ]; then
    for h in "${hosts[@]}"; do ip netns del "$tag-$h" 2>/dev/null || true; done
    ip link del "$tag" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap cleanup EXIT
[ -n "${KEEP_LOGS:-}" ] && trap "cp $work/*.log $work/*.err ${KEEP_LOGS:-.} 2>/dev/null; cleanup" EXIT

i=1
if ip netns add "$tag-probe" 2>/dev/null; then
  ip netns del "$tag-probe"
  ip link add "$tag" type bridge && ip link set "$tag" up
  for h in "${hosts[@]}"; do
    address[$h]=10.79.0.$i
    ip netns add "$tag-$h"
    ip link add "$tag.$i" type veth peer name eth0 netns "$tag-$h"
    ip link set "$tag.$i" master "$tag" up
    ip -n "$tag-$h" addr add "10.79.0.$i/24" dev eth0
    ip -n "$tag-$h" link set eth0 up
    ip -n "$tag-$h" link set lo up
    i=$((i + 1))
  done
else
  namespaces=0
  say "network namespaces are not permitted here: using loopback addresses, and SIGSTOP instead of a dead link"
  for h in "${hosts[@]}"; do address[$h]=127.0.79.$i; i=$((i + 1)); done
fi
# `ip netns exec` becomes the command, so $! is the command's own process.
on() { local h=$1; shift; if [ "$namespaces" = 1 ]; then exec ip netns exec "$tag-$h" "$@"; else exec "$@"; fi; }

say "making $articles articles and the reference timeline of a local run"
mkdir "$work/in"
for n in $(seq 1 $(((articles + 4) / 5))); do
  for f in seeds/*.txt; do { cat "$f"; printf '\n%s\n' "$n"; } >"$work/in/$n-$(basename "$f")"; done
done
"$bin" run "$work/in" --data "$work/local" --format json >"$work/local.json" 2>"$work/local.err"

say "keys"
for h in control east west north client; do "$bin" keys new "$h" --keys "$work/$h" >/dev/null 2>&1; done
"$bin" keys new stranger --keys "$work/stranger" >/dev/null 2>&1
for h in east west north; do "$bin" keys authorize "$work/$h/$h.public" --role worker --keys "$work/control" 2>/dev/null; done
"$bin" keys authorize "$work/client/client.public" --role operator --keys "$work/control" 2>/dev/null
"$bin" keys authorize "$work/control/control.public" --role coordinator --keys "$work/control" 2>/dev/null
pub=$work/control/control.public
c=tcp://${address[control]}:7420
a=tcp://${address[control]}:7421

start() { # host name command…
  local h=$1 name=$2; shift 2
  (on "$h" "$bin" "$@") >"$work/$name.log" 2>&1 &
  pids+=($!)
  declare -g "pid_$name=$!"
}
start control aggregator aggregator --data "$work/data" --keys "$work/control" --key control --listen "$a"
start control coordinator coordinator --data "$work/data" --keys "$work/control" --key control --listen "$c" \
  --aggregator "$a" --aggregator-key "$pub"
worker() { # host
  start "$1" "worker_$1" worker --name "$1" --keys "$work/$1" --key "$1" --coordinator "$c" --coordinator-key "$pub" \
    --aggregator "$a" --aggregator-key "$pub"
}
worker east
worker west
worker stranger
client=(--coordinator "$c" --coordinator-key "$pub" --keys "$work/client" --key client)

say "submitting from ${address[client]}"
start client submit submit "$work/in" --wait "${client[@]}"
status() { (on client "$bin" status --format json "${client[@]}") 2>/dev/null; }
committed() { status | sed -n 's/.*"totals":{[^}]*"committed":\([0-9]*\).*/\1/p'; }
until [ "$(committed || echo 0)" -gt $((articles / 10)) ] 2>/dev/null; do sleep 0.1; done
(on client "$bin" top --once "${client[@]}") >"$work/top.txt" 2>&1 || true

say "cutting off the host of worker west after $(committed) articles; adding north"
cut=$(date +%s%N)
if [ "$namespaces" = 1 ]; then ip -n "$tag-west" link set eth0 down; else kill -STOP "$pid_worker_west"; fi
worker north
wait "$pid_submit" || { say "submit failed"; cat "$work/submit.log"; exit 1; }
say "all committed $((($(date +%s%N) - cut) / 1000000)) ms after the cut"
(on client "$bin" status "${client[@]}") >"$work/status.txt" 2>&1 || true
"$bin" timeline --data "$work/data" --format json >"$work/cluster.json"

echo; cat "$work/top.txt"; echo; cat "$work/status.txt"; echo
failed=0
check() { if eval "$2"; then say "ok: $1"; else say "FAILED: $1"; failed=1; fi; }
check "the timeline has the bytes of the local run" 'cmp -s "$work/local.json" "$work/cluster.json"'
check "the stranger is no worker of this cluster" '! grep -q stranger "$work/status.txt" "$work/top.txt"'
check "the added worker took part" 'grep -q north "$work/status.txt"'
exit $failed
