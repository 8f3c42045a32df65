#!/usr/bin/env bash
# In the real window: from the very first start to the first tagged reflection, and then, in high contrast at
# 200 %, found and opened again. first_run.sh BUILD_DIR OUT_DIR
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
AFTERNOTE_PASSPHRASE="orchard pebble violet compass"

step "A tutor starts Afternote for the first time, and says who she is"
start_program "$build/app/desktop/afternote" --journal "$work/home" --size 1440x900
wait_for first-run/form/name
type_text "Imani Brooke"
picture 01-welcome
click first-run/form/next

step "She chooses a passphrase, and types it twice"
wait_for first-run/form/passphrase
type_text "$AFTERNOTE_PASSPHRASE"
click first-run/form/again
type_text "$AFTERNOTE_PASSPHRASE"
wait_for_state first-run/form/next enabled
click first-run/form/next

step "She writes the recovery key down, and is asked for two groups of it"
wait_for 'first-run/form/group\[9\].*'
group() { awk -F'\t' -v p="^first-run/form/group\\\\[$1\\\\]/" '$1 ~ p && $3 != n { print $3 }' n="$1" "$dump" | tail -1; }
declare -A key
for number in 1 2 3 4 5 6 7 8 9; do key[$number]=$(group "$number"); done
picture 02-recovery-key
click first-run/form/next
for field in 0 1; do
  wait_for "first-run/form/asked\\[$field\\]"
  number=$(row_name "first-run/form/asked\\[$field\\]" | tr -dc 0-9)
  click "first-run/form/asked\\[$field\\]"
  type_text "${key[$number]}"
done
click first-run/form/next

step "She agrees to the three lines"
wait_for first-run/form/promised
click first-run/form/promised
picture 03-promise
click first-run/form/next

step "She writes her first note"
wait_for write/words
wait_idle
type_text "She asked to lead the second verse."
wait_for_value write/footer "Saved on this laptop"

step "And tags it with four keys"
press ctrl+t
wait_for 'write/tag/picker/P4'
press p
press 4
wait_for 'write/tag/picker/P4\.1'
press 1
press 4
wait_for_state write/tag/buttons/save enabled
press Return
wait_for 'write/words/mark\[.*'
picture 04-first-note
close_program

step "The next day, in high contrast at 200 %, she opens it again"
start_program "$build/app/desktop/afternote" --journal "$work/home" --size 1440x900 --theme contrast --text-size 200
unlock "Imani Brooke"
press ctrl+k
wait_for find/field
type_text "second verse"
wait_for 'find/list/reflection\[.*'
wait_idle
picture 05-found
press Return
wait_for_value write/words "She asked to lead the second verse."
wait_for 'write/words/mark\[.*'
picture 06-opened
close_program
say "Done"
