#!/usr/bin/env bash
# In the real window: a screen reader that is started later finds the fields of the unlock screen by role and name, presses
# a button, reads every screen of the demonstration, and finds nothing of them after a lock.
#   screen_reader.sh BUILD_DIR OUT_DIR
set -euo pipefail

build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
desktop=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../app/desktop" && pwd)

# In memory, and with a socket of its own: what a bus is told here must not stay in the settings of whoever runs the tests.
if [ -z "${AFTERNOTE_ON_VIRTUAL_DISPLAY:-}" ]; then
  AFTERNOTE_ON_VIRTUAL_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1440x900x24 -nolisten tcp" \
    env GSETTINGS_BACKEND=memory XDG_RUNTIME_DIR="$(mktemp -d)" dbus-run-session -- "${BASH_SOURCE[0]}" "$build" "$out"
fi
source "$desktop/drive_window.sh"

work=$(mktemp -d)
trap 'end_program; rm -rf "$work" "$XDG_RUNTIME_DIR"' EXIT
reader() { "$build/tests/support/access_client" "$@" 2>"$work/reader.log"; }
finds() { reader tree >"$work/tree" && grep -q "$1" "$work/tree"; }
wait_to_find() { wait_until "a screen reader to find $1" "$wait_limit" finds "$1"; }

step "The program starts before any screen reader, and loads nothing for one"
start_program "$build/app/desktop/afternote" --demo --journal "$work/demo" --size 1440x900
wait_for unlock/form/passphrase 180
if grep -q afternote-access "/proc/$program_id/maps"; then stop "the bridge was loaded for nobody"; fi

step "A screen reader starts, and finds the field, its button and why that is not yet there"
dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Set \
  string:org.a11y.Status string:IsEnabled variant:boolean:true >/dev/null
wait_to_find 'password text "Passphrase"'
wait_to_find 'push button "Unlock" (Type your passphrase first.)'
wait_to_find 'frame "Afternote".* active'

step "It presses a link without the mouse"
reader press 'link|Use your recovery key' >/dev/null || stop "the link could not be pressed"
wait_until "the recovery key" "$wait_limit" is_gone unlock/form/passphrase
wait_to_find '"Recovery key"'
press Escape

step "It reads every screen, and nothing that can be used is without a name"
if is_gone unlock/form/passphrase; then click_named link "Use your passphrase"; fi
unlock "Imani Brooke"
for place in write journal young-people groups case-studies settings; do
  click "nav/$place"
  wait_idle
  wait_to_find 'link "Journal"'
  cp "$work/tree" "$out/$place.txt"
  if grep -E '^ *[a-z ]+ "" .*focusable' "$out/$place.txt"; then stop "something in $place has no name"; fi
done
grep -q 'text "Your reflection"' "$out/write.txt" || stop "the writing surface is not read"
grep -q 'list item "Brass group"' "$out/journal.txt" || stop "the list of reflections is not read"

step "What is typed is read with its caret"
click nav/write
click write/words
type_text "Quillwort held the long note."
wait_to_find 'Quillwort held the long note'

step "After a lock nothing of it is to be found"
lock
wait_to_find 'password text "Passphrase"'
if grep -q -e Quillwort -e "Brass group" "$work/tree"; then stop "the lock screen still says what was written"; fi

close_program

step "At a first start beside it, the setting to say things aloud is on"
dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Set \
  string:org.a11y.Status string:ScreenReaderEnabled variant:boolean:true >/dev/null
mkdir "$work/home"
start_program "$build/app/desktop/afternote" --journal "$work/home" --size 1440x900
wait_for first-run/form/name
wait_until "the setting to be on" "$wait_limit" grep -q '"speak": true' "$work/home/settings.json"
close_program
say "Done"
