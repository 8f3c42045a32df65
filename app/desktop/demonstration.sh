#!/usr/bin/env bash
# Drives the real window like a user through the whole main job, and leaves a picture of every step and
# the HTML report.
#
#   app/desktop/demonstration.sh BUILD_DIR OUT_DIR
#
# BUILD_DIR holds a build with -DAFTERNOTE_TESTING=ON. Needs xvfb, xauth and xdotool. Ends with 0 only
# when every step happened: each waits for what the screen says (--ui-dump), never for a time.
set -euo pipefail

build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$build/app/desktop/afternote

if [ -z "${AFTERNOTE_ON_VIRTUAL_DISPLAY:-}" ]; then
  AFTERNOTE_ON_VIRTUAL_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1440x900x24 -nolisten tcp" \
    "${BASH_SOURCE[0]}" "$build" "$out"
fi
source "$here/drive_window.sh"

work=$(mktemp -d)
trap 'end_program; rm -rf "$work"' EXIT

step "Make the demonstration service and open the window"
# shellcheck disable=SC2086
start_program "$program" --demo --journal "$work/demo" ${AFTERNOTE_LOOK:---size 1440x900 --theme light}
wait_for unlock/form/passphrase 180
picture 01-unlock

step "Imani unlocks her journal"
unlock "Imani Brooke"
wait_for write/words

step "She writes a reflection and mentions Wren with @"
type_text "Two pieces on the stand and ten seconds of quiet. "
type_text "@wr"
wait_for 'write/mention/name\[.*'
press Return
type_text " chose the second verse to lead, and started it again when it wobbled."
wait_for_value write/footer "Saved on this laptop"
picture 02-write

step "She tags the sentence: Ctrl T, P 4 1, then 4, Enter"
press ctrl+t
wait_for 'write/tag/picker/P4'
press p
press 4
wait_for 'write/tag/picker/P4\.1'
press 1
press 4
wait_for_state write/tag/buttons/save enabled
picture 03-tag-panel
press Return
wait_for 'write/words/mark\[.*'
picture 04-tagged

step "She finds it again"
click nav/journal
wait_for journal/header/search
type_text "wobbled"
wait_for 'journal/results/row\[.*'
wait_idle
picture 05-search
click 'journal/results/row\[.*'
wait_for 'write/words/mark\[.*'
picture 06-opened

step "She starts a case study about Wren"
click nav/case-studies
wait_for case-studies/list/new
picture 07-case-studies
click case-studies/list/new
wait_for case-studies/start/card/title
click case-studies/start/card/title
type_text "A verse of their own"
click case-studies/start/card/about
type_text Wren
press Return
wait_for_value case-studies/start/card/about Wren
wait_for_state case-studies/start/card/begin enabled
click case-studies/start/card/begin

step "She writes a claim and puts a passage behind it"
wait_for 'case-studies/page/claim\[.*\]/words'
click 'case-studies/page/claim\[.*\]/words'
type_text "Choosing came before confidence, and the confidence followed."
click 'case-studies/page/passage\[.*\]/link'
wait_for 'case-studies/page/claim\[.*\]/linked\[.*\]/unlink'
click case-studies/page/agreement/agreed-by
type_text "young person and mother"
click case-studies/page/agreement/how-asked
type_text "We read it together"
wait_for_state case-studies/page/agreement/keep enabled
click case-studies/page/agreement/keep
wait_idle
show_top case-studies/page/preview
picture 08-claim

step "She looks at exactly what readers will see, and sends it"
click case-studies/page/preview
wait_for case-studies/preview/send
wait_for_state case-studies/preview/send enabled
picture 09-preview
click case-studies/preview/send
wait_for case-studies/page/outcomes
picture 10-sent

step "Gethin, the facilitator, reads it and passes it on"
lock
unlock "Gethin Rees"
wait_for 'review/[a-z]+/piece\[.*'
click 'review/[a-z]+/piece\[.*'
wait_for 'review/[a-z]+/approve'
picture 11-facilitator
click 'review/[a-z]+/approve'
wait_gone 'review/[a-z]+/approve'

step "Farida, the manager, approves it"
lock
unlock "Farida Haleem"
wait_for 'review/[a-z]+/piece\[.*'
click 'review/[a-z]+/piece\[.*'
wait_for 'review/[a-z]+/approve'
picture 12-manager
click 'review/[a-z]+/approve'
wait_gone 'review/[a-z]+/approve'

step "The evidence: a figure, and the passages behind it"
click nav/evidence
wait_for 'evidence/page/domain\[.*\]/figure\[P4\]'
wait_idle
picture 13-evidence
click 'evidence/page/domain\[.*\]/figure\[P4\]'
wait_for evidence/drawer/close
wait_idle
picture 14-passages

step "The HTML report"
if ! is_there evidence/page/report; then click evidence/drawer/close; fi  # a small window shows one at a time
click evidence/page/report
wait_for_name evidence/page "The report is in"
picture 15-report
report=$(words_saying evidence/page "The report is in" | sed 's/^.*The report is in //')
cp "$report" "$out/report.html"

step "High contrast at 200 %, and the card that is always there"
press ctrl+alt+c
press ctrl+alt+c
for _ in 1 2 3 4 5 6 7 8 9 10; do press ctrl+equal; done
wait_idle
picture 16-contrast-200
press F9
wait_for 'worried/card/.*not-yet'
picture 17-worried
press Escape

step "The window closes by itself when asked, with everything saved"
close_program
say "Done: $out"
