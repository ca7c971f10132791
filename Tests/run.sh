#!/usr/bin/env bash
# All tests, as two processes side by side: those that drive the program, and the rest. Within each one test runs after
# another: tests that compute for seconds would starve those that wait with a time limit.
set -euo pipefail
cd "$(dirname "$0")/.."
tests=$("${SWIFT:-swift}" build --show-bin-path)/silsilaPackageTests.xctest
options=(--testing-library swift-testing --no-parallel)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
"$tests" "${options[@]}" --filter IntegrationTests >"$log" 2>&1 &
program=$!
failed=0
"$tests" "${options[@]}" --skip IntegrationTests || failed=1
wait $program || failed=1
cat "$log"
exit $failed
