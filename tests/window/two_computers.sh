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
source "$desktop/drive_window.sh"

work=$(mktemp -d)
joining_id=
trap 'end_program; [ -z "$joining_id" ] || kill "$joining_id" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir "$work/between"
printf 'harbour willow tenor lantern\n' >"$work/passphrase"
other() {
  "$build/app/cli/afternote-cli" --fast-kdf --vault "$work/other" --passphrase-file "$work/passphrase" "$@"
}
# What stands after LABEL in FILE.
after() { sed -n "s/^.*$1//p" "$2" | head -1; }
file_says() { grep -q "$1" "$2" 2>/dev/null; }
fill() {
  click "$1"
  type_text "$2"
}

step "Imani writes a line"
start_program "$build/app/desktop/afternote" --demo --journal "$work/demo" ${AFTERNOTE_LOOK:---size 1440x900 --theme light}
wait_for unlock/form/passphrase 180
secret=$(demo_passphrase)
unlock "Imani Brooke"
wait_for write/words
type_text "Quillwort led. It rained."
wait_for_value write/footer "Saved on this laptop"

step "Her journal is synchronised with a folder"
press ctrl+comma
click 'settings/sections/section\[6\]'
click settings/page/places/folder
fill settings/page/folder/path "$work/between"
fill settings/page/folder/name "Home laptop"
click settings/page/folder/go
wait_for_value nav/person "Synced"
picture devices-one

step "She adds a computer: her passphrase again, then a code"
click settings/page/devices/add
fill settings/page/passphrase/again "$secret"
click settings/page/passphrase/go
wait_for 'settings/page/pairing/here/group\[1\].*'
picture devices-code
code=
for i in 1 2 3 4; do code+="$(awk -F'\t' -v p="here/group[$i]" 'index($1, p) && $2 == "text" { print $3; exit }' "$dump") "; done

step "On the other one the code is typed, and both show the same six words"
other init >"$work/init"
mkfifo "$work/typed"
other join --folder "$work/between" --device-name "Music office desktop" <"$work/typed" >"$work/joined" 2>&1 &
joining_id=$!
exec 7>"$work/typed"
printf '%s\n' "$code" >&7
wait_for settings/page/pairing/question/match
wait_until "six words on the other one" 60 file_says "Six words" "$work/joined"
words=
for i in 1 2 3 4 5 6; do
  words+="$(awk -F'\t' -v p="here/word[$i]" 'index($1, p) && $2 == "text" { print $3 }' "$dump" | tail -1) "
done
[ "${words% }" = "$(after 'Six words: ' "$work/joined")" ] || stop "the six words differ: $words"
picture devices-words

step "They match: the other computer has the journal"
click settings/page/pairing/question/match
printf 'yes\n' >&7
exec 7>&-
wait "$joining_id" || { cat "$work/joined" >&2; stop "the other computer did not join"; }
joining_id=
wait_until "the list of two" 60 says settings "Added. Your journal"
click settings/page/pairing/done
wait_for_name settings "Music office desktop"
picture devices-two
other list >"$work/list"
file_says "Quillwort" "$work/list" || stop "the other computer has no Quillwort"

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
click settings/page/devices/add
fill settings/page/passphrase/again "$secret"
click settings/page/passphrase/go
wait_for 'settings/page/pairing/here/group\[1\].*'
lock
close_program
say "Done."
