#!/usr/bin/env bash
# In the real window: a kill while writing loses nothing and is said; a lock while typing keeps every
# word and leaves none on the screen. crash_and_lock.sh BUILD_DIR OUT_DIR
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
start() {
  start_program "$build/app/desktop/afternote" --demo --journal "$work/demo" --size 1440x900
  wait_for unlock/form/passphrase 180
}

step "Imani writes a line, and it is saved"
start
unlock "Imani Brooke"
wait_for write/words
type_text "Quillwort held the long note."
wait_for_value write/footer "Saved on this laptop"

step "The program is killed"
kill -KILL "$program_id"
wait "$program_id" 2>/dev/null || true
program_id=

step "It opens on those words, and says up to when they were kept"
start
unlock "Imani Brooke"
wait_for_value 'toast.*' "We kept your words up to"
wait_for_value write/words "Quillwort held the long note."
picture recovered

step "She types on, and locks in the middle of a word"
click write/words
press ctrl+End
type_text " Then the bel"
lock
grep -q "Quillwort" "$dump" && stop "the lock screen still says her words"
picture locked

step "Not a letter is missing"
unlock "Imani Brooke"
click nav/journal
wait_for 'journal/results/row\[.*'
wait_idle
click 'journal/results/row\[.*'
wait_for_value write/words "Then the bel"

close_program
say "Done"
