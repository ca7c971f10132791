#!/usr/bin/env bash
# Installs what Silsila's build needs and the machine lacks. Does nothing when all is there.
set -euo pipefail

missing=()
need() { # header, package
  for dir in /usr/include /usr/local/include "/usr/include/$(uname -m)-linux-gnu"; do
    [ -e "$dir/$1" ] && return
  done
  missing+=("$2")
}
need zmq.h libzmq3-dev
need sqlite3.h libsqlite3-dev
need zstd.h libzstd-dev
# The tests drive real processes with it.
command -v python3 >/dev/null 2>&1 || missing+=(python3)

if ! command -v swift >/dev/null 2>&1; then
  echo "setup: the Swift toolchain (6.2 or later) is not on the PATH; install it from swift.org/install" >&2
  exit 1
fi
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "setup: missing ${missing[*]}: install these libraries with your system's package manager" >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
  run=()
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  run=(sudo)
else
  echo "setup: missing ${missing[*]}; not allowed to install them. Run: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "setup: installing ${missing[*]}"
# `env` after sudo, which would drop the variable.
apt=("${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq)
if ! "${apt[@]}" update || ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null; then
  echo "setup: apt-get could not install ${missing[*]} (see above); install them, then try again" >&2
  exit 1
fi
