#!/usr/bin/env bash
# The demonstration is the test of the real window: GL start-up, fonts, keyboard, clean end, and every
# step of the main job. main_job.sh BUILD_DIR OUT_DIR
set -euo pipefail
rm -rf "$2"
"$(dirname "${BASH_SOURCE[0]}")/../../app/desktop/demonstration.sh" "$1" "$2"
for picture in 01-unlock 04-tagged 09-preview 14-passages; do
  size=$(stat -c %s "$2/$picture.png")
  # A window that drew nothing compresses to a few hundred bytes.
  [ "$size" -gt 10000 ] || { echo "$picture.png is only $size bytes" >&2; exit 1; }
done
grep -q '<html' "$2/report.html"
