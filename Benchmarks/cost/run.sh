#!/usr/bin/env bash
# What distributing costs, side by side on this machine: the cluster in memory and on the disk, plain and encrypted;
# a loop in C over libzmq with the same durable writes; PostgreSQL, Celery, Dramatiq and RQ with the same job.
#
#   Benchmarks/cost/run.sh [JOBS]        (20,000; needs the release executable; only loopback is used)
#
# Needs cc, libzmq and libsqlite3 to compile the loop. PostgreSQL and Redis are measured where their servers are
# installed (Debian: postgresql, redis-server); the Python packages go into a virtual environment that is removed.
set -euo pipefail
cd "$(dirname "$0")"
jobs=${1:-20000}
silsila=${SILSILA:-../../.build/release/silsila}
work=$(mktemp -d "${TMPDIR:-/tmp}/silsila-cost-XXXXXX")
chmod 755 "$work"  # PostgreSQL runs as a user of its own
trap 'rm -rf "$work" "${memory:-}"' EXIT
memory=$(mktemp -d /dev/shm/silsila-cost-XXXXXX)

line() { printf '%-42s %s\n' "$1" "$2"; }
fresh() { rm -rf "$1"; mkdir -p "$1"; }

cc -O3 -o "$work/loop" loop.c -lzmq -lsqlite3 -lpthread
echo "$jobs articles of 4 KB, results of 500 bytes, no extraction; $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
# Twice each, one after the other, so that a busy moment of the machine shows.
for round in 1 2; do
  for how in "" "--tcp" "--curve"; do
    name=${how#--}; name=${name:-ipc}
    fresh "$memory/d"; line "silsila, in memory, $name" "$($silsila throughput "$jobs" --directory "$memory/d" $how)"
    fresh "$work/d"; line "silsila, durable, $name" "$($silsila throughput "$jobs" --directory "$work/d" $how)"
    arguments=ipc; [ "$how" = --tcp ] && arguments=tcp; [ "$how" = --curve ] && arguments="tcp curve"
    fresh "$work/d"; line "loop in C, durable, $name" "$("$work/loop" "$jobs" "$work/d" $arguments)"
  done
done

python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install celery dramatiq rq redis packaging 'psycopg[binary]'
if [ -d /usr/lib/postgresql ] || command -v postgres >/dev/null; then
  fresh "$work/d"; line "" "$("$work/venv/bin/python" peers.py postgresql --jobs "$jobs" --directory "$work/d")"
else
  echo "PostgreSQL: not installed, not measured"
fi
if command -v redis-server >/dev/null; then
  for queue in celery dramatiq rq; do
    fresh "$work/d"; line "" "$("$work/venv/bin/python" peers.py $queue --jobs $((jobs / 20)) --directory "$work/d")"
  done
else
  echo "Redis: not installed; Celery, Dramatiq and RQ not measured"
fi
