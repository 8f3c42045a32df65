#!/bin/bash
# The tests of the page of a group, in Debian's chromium without a window:
#   run.sh BUILD-FOLDER [TEST-FILE...]
# AFTERNOTE_PAGE_PICTURES=FOLDER also leaves pictures of every screen there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=${1:?the build folder}
shift
folder=$build/tests/pages
for program in node chromium curl openssl; do
  command -v "$program" >/dev/null || { echo "missing: $program" >&2; exit 1; }
done
"$here/fetch_tools.sh" "$folder/tools"
# The page's own modules, also for node, which wants to be told that they are modules.
rm -rf "$folder/circle"
cp -r "$here/../../assets/circle" "$folder/circle"
echo '{"type": "module"}' >"$folder/circle/package.json"
tests=("$@")
[ "${#tests[@]}" -gt 0 ] || tests=("$here"/*_test.mjs)
export AFTERNOTE_PAGES=$folder AFTERNOTE_BUILD=$build
# One browser at a time; all files, whatever became of the ones before.
outcome=0
for file in "${tests[@]}"; do
  node --test-reporter=spec "$file" || outcome=1
done
exit "$outcome"
