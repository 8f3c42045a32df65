#!/usr/bin/env bash
# In the real window: a facilitator plans a session and opens it on this laptop, somebody joins with a phone's browser,
# both write in silence and show a sentence, and once it is over the journal has its record.
# circle.sh BUILD_DIR OUT_DIR
set -euo pipefail

build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
desktop=$(cd "$here/../../app/desktop" && pwd)

"$here/../pages/fetch_tools.sh" "$build/tests/pages/tools"  # 77: not to be had, not run

if [ -z "${AFTERNOTE_ON_VIRTUAL_DISPLAY:-}" ]; then
  AFTERNOTE_ON_VIRTUAL_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1440x900x24 -nolisten tcp" \
    "${BASH_SOURCE[0]}" "$build" "$out"
fi
export AFTERNOTE_TESTING_FAST_KDF=1
source "$here/with_other_computer.sh"
phone_id=
end_others() { [ -z "$phone_id" ] || kill "$phone_id" 2>/dev/null || true; }

begin_demo

step "A session is planned and opened on this laptop"
click nav/groups
click 'groups/home/formats/format\[Q\]'
fill groups/plan/when/title "Thursday group"
picture plan
click groups/plan/open
wait_for groups/lobby/begin
picture lobby

step "A phone comes in with the four words"
address=$(row 'groups/lobby/code/text#3' | cut -f3)
code=$(row 'groups/lobby/code/text#4' | cut -f3)
PHONE_ADDRESS=$address PHONE_WORDS=$code PHONE_NAME=Sheila \
  "$here/../pages/run.sh" "$build" "$here/../pages/one_phone.mjs" >"$work/phone.log" 2>&1 &
phone_id=$!
wait_for_value 'groups/lobby/people/person\[2\].*' "Sheila"

step "Both write in silence; nobody sees what"
click groups/lobby/begin
wait_for groups/live/foot/onward
click groups/live/foot/onward
wait_for groups/live/round/words
click groups/live/round/words
type_text "Mine stays short."
wait_for_value 'groups/live/round/people.*' "writing"
says 'groups/live/.*' "second verse" && stop "words of another were on the screen before the reveal"
picture silent

step "Each shows what they choose"
click groups/live/foot/onward
wait_for groups/live/round/choose/send
click groups/live/round/choose/send
wait_for_value 'groups/live/round/.*' "Sheila let the second verse go unled."
wait_for_value 'groups/live/round/.*' "Mine stays short."
says 'groups/live/.*' "The rest stays here" && stop "more than was chosen was shown"
picture reveal
click groups/live/foot/onward
wait "$phone_id" || stop "the phone: $(tail -20 "$work/phone.log")"
phone_id=

step "It ends, and the journal has its record"
onward_is_another() { [ "$(row_name groups/live/foot/onward)" != "$1" ]; }
for _ in themes votes actions; do
  before=$(row_name groups/live/foot/onward)
  click groups/live/foot/onward
  wait_until "the next round" "$wait_limit" onward_is_another "$before"
done
click groups/live/foot/onward
wait_for groups/live/round/afterwards/close
picture afterwards
click groups/live/round/afterwards/close
wait_for groups/home/join/code
end_program
printf '%s\n' "$secret" >"$work/hers"

"$build/app/cli/afternote-cli" --fast-kdf --vault "$work/demo/tutor/journal" --passphrase-file "$work/hers" groups list >"$work/groups"
file_says "held: Thursday group (One question)" "$work/groups" || stop "no record: $(cat "$work/groups")"
