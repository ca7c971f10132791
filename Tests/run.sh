#!/usr/bin/env bash
# All tests, as two processes side by side: those that drive the program, and the rest. Within each one test runs after
# another: tests that compute for seconds would starve those that wait with a time limit.
set -euo pipefail
cd "$(dirname "$0")/.."
tests=$("${SWIFT:-swift}" build --show-bin-path)/silsilaPackageTests.xctest
options=(--testing-library swift-testing --no-parallel)
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
"$tests" "${options[@]}" --filter IntegrationTests >"$logs/program" 2>&1 &
program=$!
failed=0
"$tests" "${options[@]}" --skip IntegrationTests 2>&1 | tee "$logs/rest" || failed=1
wait $program || failed=1
cat "$logs/program"
if [ $failed = 1 ]; then
  printf '\nWhat failed:\n'
  grep -h '✘' "$logs"/* || echo "a test process ended before its tests did"
fi
exit $failed
