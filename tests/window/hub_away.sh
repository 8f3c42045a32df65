#!/usr/bin/env bash
# In the real window: a journal joins a real hub by an invitation, six words add another computer there, and a hub
# that stops answering holds up neither writing nor a lock nor the end. hub_away.sh BUILD_DIR OUT_DIR
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
hub_id=
clean_up() {
  end_program
  [ -z "$joining_id" ] || kill "$joining_id" 2>/dev/null || true
  [ -z "$hub_id" ] || kill -KILL "$hub_id" 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT
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

step "Her journal joins a hub"
port=$((21000 + RANDOM % 20000))
printf 'a passphrase of the hub\n' >"$work/hub-pass"
cat >"$work/hub.conf" <<CONF
folder = $work/hub
passphrase_file = $work/hub-pass
public_host = 127.0.0.1
listen = 127.0.0.1
port = $port
CONF
"$build/app/hub/afternote-hub" init --service Eastby --config "$work/hub.conf" >"$work/hub-made"
"$build/app/hub/afternote-hub" serve --config "$work/hub.conf" >"$work/hub-log" 2>&1 &
hub_id=$!
wait_until "the hub" 60 file_says started "$work/hub-log"
press ctrl+comma
click 'settings/sections/section\[6\]'
click settings/page/places/hub
fill settings/page/hub/invitation "sv1:$(after 'sv1:' "$work/hub-made")"
fill settings/page/hub/name "Home laptop"
click settings/page/hub/go
wait_for_value nav/person "Synced"

step "She adds a computer: her passphrase again, then a code"
click settings/page/devices/add
fill settings/page/passphrase/again "$secret"
click settings/page/passphrase/go
wait_for 'settings/page/pairing/here/group\[1\].*'
code=
for i in 1 2 3 4; do code+="$(awk -F'\t' -v p="here/group[$i]" 'index($1, p) && $2 == "text" { print $3; exit }' "$dump") "; done

step "On the other one the code is typed, and both show the same six words"
other init >"$work/init"
mkfifo "$work/typed"
address=$(awk -F'\t' 'index($3, "sh1:") == 1 { print $3; exit }' "$dump")
other join --hub "$address" --device-name "Music office desktop" <"$work/typed" >"$work/joined" 2>&1 &
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

step "They match: the other computer has the journal"
click settings/page/pairing/question/match
printf 'yes\n' >&7
exec 7>&-
wait "$joining_id" || { cat "$work/joined" >&2; stop "the other computer did not join"; }
joining_id=
wait_until "the list of two" 60 says settings "Added. Your journal"
click settings/page/pairing/done
wait_for_name settings "Music office desktop"
other list >"$work/list"
file_says "Quillwort" "$work/list" || stop "the other computer has no Quillwort"

step "The hub stops answering: she writes on, and nothing is called synced"
kill -STOP "$hub_id"
press ctrl+1
wait_for write/words
type_text " More."
wait_for_value write/footer "Saved on this laptop"
press ctrl+comma
click settings/page/devices/sync
press ctrl+1
type_text " And more, while it is asked."
wait_for_value write/footer "Saved on this laptop"
wait_for_value nav/person "not yet synced"
picture hub-away

# An exchange with a hub may take a minute; these must not.
step "A lock and the end wait for nobody"
wait_limit=20
lock
unlock "Imani Brooke"
wait_for write/words
type_text "Still here."
wait_for_value write/footer "Saved on this laptop"
press ctrl+comma
click 'settings/sections/section\[6\]'
click settings/page/devices/sync
began=$SECONDS
close_program
[ $((SECONDS - began)) -lt 20 ] || stop "the end took $((SECONDS - began)) seconds"
say "Done."
