#!/usr/bin/env bash
# The test suite under a sanitizer. Each has a build folder of its own (.build-address, .build-thread), so that the
# ordinary build is kept; the first build takes long.
#
# usage: Tests/sanitize.sh [address] [thread]        FILTER=regex chooses tests
#
# Left out, with the reason:
# - IntegrationTests: they start the program as a user does and compare its output; with a sanitizer a run takes minutes.
#   What they drive is in the other suites.
# - LeakSanitizer: Swift keeps metadata, and glibc its thread blocks, for the life of the process; it reports those.
# - WorkDistributionTests under the thread sanitizer: simulation in one thread, with nothing to race.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- address thread
failed=0
for sanitizer in "$@"; do
  skip=(--skip IntegrationTests)
  [ "$sanitizer" = thread ] && skip+=(--skip WorkDistributionTests)
  [ -n "${FILTER:-}" ] && skip+=(--filter "$FILTER")
  echo "== $sanitizer"
  # Swift Testing and libdispatch hand work over with atomics that the thread sanitizer sees; libzmq is not built with
  # it, so what libzmq synchronises is suppressed by library.
  suppressions=$PWD/Tests/tsan.suppressions
  ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 \
    TSAN_OPTIONS="halt_on_error=0:exitcode=66:suppressions=$suppressions" \
    swift test --disable-xctest --no-parallel --sanitize "$sanitizer" --scratch-path ".build-$sanitizer" "${skip[@]}" ||
    failed=1
done
exit $failed
