#!/usr/bin/env bash
# In the real window: a folder makes the journal one of two computers, six words add the other (the command line),
# what each writes comes to the other, and what both changed stands side by side until it is settled.
# two_computers.sh BUILD_DIR OUT_DIR
set -euo pipefail

build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
desktop=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../app/desktop" && pwd)

if [ -z "${AFTERNOTE_ON_VIRTUAL_DISPLAY:-}" ]; then
  AFTERNOTE_ON_VIRTUAL_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1440x900x24 -nolisten tcp" \
    "${BASH_SOURCE[0]}" "$build" "$out"
fi
source "$(dirname "${BASH_SOURCE[0]}")/with_other_computer.sh"

mkdir "$work/between"
begin_demo

step "Her journal is synchronised with a folder"
press ctrl+comma
click 'settings/sections/section\[6\]'
click settings/page/places/folder
fill settings/page/folder/path "$work/between"
fill settings/page/folder/name "Home laptop"
click settings/page/folder/go
wait_for_value nav/person "Synced"
picture devices-one

add_other_computer devices --folder "$work/between"

step "Both change one sentence while apart, and it stands side by side"
id=$(grep Quillwort "$work/list" | awk '{ print $2 }')
printf 'Quillwort led. They counted us in.' | other edit "$id" >/dev/null
press ctrl+1
wait_for write/words
for _ in 1 2 3 4 5 6 7 8 9 10; do press BackSpace; done
type_text "It wobbled."
wait_for_value write/footer "Saved on this laptop"
wait_for_value nav/person "Synced"
other sync --folder "$work/between" >/dev/null
press ctrl+comma
click settings/page/devices/sync
wait_for_value nav/journal "1"
click nav/journal
click two-devices/first
wait_for differences/both
picture differences

step "She keeps both, and the other computer has both"
press b
wait_gone differences/both
wait_for_value nav/person "Synced"
other sync --folder "$work/between" >/dev/null
other list >"$work/list"
file_says "wobbled" "$work/list" && file_says "counted us in" "$work/list" || stop "not both: $(cat "$work/list")"
other differences >"$work/differences"
file_says "agree about everything" "$work/differences" || stop "not settled there: $(cat "$work/differences")"

step "A lock while another computer is being added is clean"
press ctrl+comma
begin_adding
lock
close_program
say "Done."
