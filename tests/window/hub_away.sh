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
source "$(dirname "${BASH_SOURCE[0]}")/with_other_computer.sh"

hub_id=
end_others() { [ -z "$hub_id" ] || kill -KILL "$hub_id" 2>/dev/null || true; }
begin_demo

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

add_other_computer hub --hub ADDRESS

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
