#!/usr/bin/env bash
# In the real window, by either painter: a picture is kept with an entry, seen small and large, copied
# out whole, and gone from the screen after a lock. pictures.sh BUILD_DIR OUT_DIR
set -euo pipefail

build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
desktop=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../app/desktop" && pwd)

if [ -z "${AFTERNOTE_ON_VIRTUAL_DISPLAY:-}" ]; then
  AFTERNOTE_ON_VIRTUAL_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1440x900x24 -nolisten tcp" \
    "${BASH_SOURCE[0]}" "$build" "$out"
fi
source "$desktop/drive_window.sh"

work=$(mktemp -d)
trap 'end_program; rm -rf "$work"' EXIT
rm -f "$out"/*.png

for painter in processor opengl; do
  step "Imani writes a line, painted by: $painter"
  start_program "$build/app/desktop/afternote" --demo --journal "$work/$painter" --size 1440x900 --paint "$painter"
  wait_for unlock/form/passphrase 180
  picture "$painter-unlock"
  cp "$out/$painter-unlock.png" "$work/blackboard.png"
  unlock "Imani Brooke"
  wait_for write/words
  type_text "We wrote the order on the board."
  wait_for_value write/footer "Saved on this laptop"

  step "A picture is kept with it, by keyboard"
  press ctrl+shift+a
  wait_for write/attached/card/path
  type_text "$work/blackboard.png"
  press Return
  wait_for_value 'write/attached/card/said.*' "Kept with the entry"
  wait_for 'write/attached/card/one\[.*/small'
  picture "$painter-small"

  step "It is looked at larger"
  click 'write/attached/card/one\[.*/look'
  wait_for write/attached-look/card/picture
  picture "$painter-large"
  press Escape
  wait_for write/attached/card/path

  step "A copy of it is what was kept"
  click 'write/attached/card/one\[.*/save'
  wait_for_value 'write/attached/card/one\[.*/warning.*' "no lock"
  type_text "$work/copy-$painter.png"
  press Return
  wait_for_value 'write/attached/card/said.*' "Saved to"
  cmp "$work/blackboard.png" "$work/copy-$painter.png" || stop "the copy is another"

  step "A lock takes it off the screen"
  lock
  picture "$painter-locked"
  grep -q blackboard "$dump" && stop "the lock screen still names it"
  close_program
done

# The window with the picture large is the busiest; one that drew none compresses to far less.
for painter in processor opengl; do
  small=$(stat -c %s "$out/$painter-small.png")
  [ "$small" -gt 10000 ] || stop "$painter-small.png is only $small bytes"
done
say "Done"
