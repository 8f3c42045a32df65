# Sourced by whatever drives the real window: finds things on the screen by what the program says it drew
# (--ui-dump) and acts with xdotool. Every wait is for something said there; nothing waits for a time.

dump=
program_id=
window_id=
step_number=0
wait_limit=${AFTERNOTE_WAIT_LIMIT:-60}

say() { printf '%s\n' "$*"; }
step() {
  step_number=$((step_number + 1))
  say "  $step_number. $*"
}
stop() {
  say "Stopped in step $step_number: $*" >&2
  if [ -n "$dump" ] && [ -f "$dump" ]; then
    say "On the screen then:" >&2
    cut -f1,3,6 "$dump" | head -80 >&2
    picture_unchecked stopped
  fi
  exit 1
}

# start_program PROGRAM ARGUMENTS...
start_program() {
  dump=$work/screen.tsv
  rm -f "$dump"
  "$@" --ui-dump "$dump" >"$work/program.log" 2>&1 &
  program_id=$!
  wait_until "the window" 180 window_is_there
  xdotool windowfocus "$window_id"
}
window_is_there() {
  if ! kill -0 "$program_id" 2>/dev/null; then
    cat "$work/program.log" >&2
    stop "the program ended by itself"
  fi
  [ -f "$dump" ] || return 1
  window_id=$(xdotool search --pid "$program_id" 2>/dev/null | tail -1)
  [ -n "$window_id" ]
}
end_program() {
  if [ -n "$program_id" ] && kill -0 "$program_id" 2>/dev/null; then
    kill "$program_id"
    wait "$program_id" || true
  fi
}
# Asks the program to end, and expects a clean end.
close_program() {
  kill -TERM "$program_id"  # asks as a closing session does; the program saves, then ends
  local code=0
  wait "$program_id" || code=$?
  program_id=
  [ "$code" -eq 0 ] || { cat "$work/program.log" >&2; stop "the program ended with $code"; }
}

# wait_until WHAT SECONDS COMMAND...
wait_until() {
  local what=$1 limit=$2
  shift 2
  local end=$((SECONDS + limit))
  until "$@"; do
    if [ -n "$program_id" ] && ! kill -0 "$program_id" 2>/dev/null; then
      cat "$work/program.log" >&2
      stop "the program ended while waiting for $what"
    fi
    [ $SECONDS -lt $end ] || stop "$what did not come within $limit seconds"
    sleep 0.03  # between two looks
  done
}

# Rows are: path, role, name, value, "x,y,w,h", state, reason. Paths are given as whole-line patterns.
row() { awk -F'\t' -v p="^$1\$" '$1 ~ p { print; exit }' "$dump" 2>/dev/null; }
row_name() { row "$1" | cut -f3; }
is_there() { [ -n "$(row "$1")" ]; }
is_gone() { ! is_there "$1"; }
is_shown() { [ -n "$(row "$1")" ] && [[ "$(row "$1" | cut -f6)" != *hidden* ]]; }
says() { awk -F'\t' -v p="$1" -v w="$2" '$1 ~ p && (index($3, w) || index($4, w)) { found = 1 } END { exit !found }' "$dump" 2>/dev/null; }
# The words of the first row under PATH that say WORDS.
words_saying() { awk -F'\t' -v p="$1" -v w="$2" '$1 ~ p { if (index($3, w)) { print $3; exit } if (index($4, w)) { print $4; exit } }' "$dump"; }
has_state() { [[ "$(row "$1" | cut -f6)" == "$2"* ]]; }
is_idle() { grep -q '^#idle	yes' "$dump" 2>/dev/null; }
frame_number() { sed -n 's/^#frame	//p' "$dump" 2>/dev/null; }

wait_for() { wait_until "$1" "${2:-$wait_limit}" is_there "$1"; }
wait_gone() { wait_until "$1 to go" "$wait_limit" is_gone "$1"; }
wait_for_value() { wait_until "$1 to say $2" "$wait_limit" says "$1" "$2"; }
wait_for_name() { wait_until "$1 to say $2" "$wait_limit" says "$1" "$2"; }
wait_for_state() { wait_until "$1 to be $2" "$wait_limit" has_state "$1" "$2"; }
wait_idle() {
  next_frame
  wait_until "the journal to be idle" "$wait_limit" is_idle
}
later_than() { [ "$(frame_number)" != "$1" ] && [ -n "$(frame_number)" ] && [ "$(frame_number)" -ge "$(($1 + $2))" ]; }
# A few more frames: the one under way may not have seen what was done, the next acts on it, the one after shows it. What was just done has been drawn.
next_frame() {
  local now
  now=$(frame_number)
  wait_until "the next frame" "$wait_limit" later_than "${now:-0}" 4
}

centre() { row "$1" | cut -f5 | awk -F, '{ printf "%d %d", $1 + $3 / 2, $2 + $4 / 2 }'; }
click_at() {
  xdotool mousemove "$1" "$2"
  next_frame
  xdotool mousedown 1
  next_frame
  xdotool mouseup 1
  next_frame
}
# click PATH: scrolls it into view first when it is out of sight.
click() {
  wait_for "$1"
  bring_into_view "$1"
  # shellcheck disable=SC2046
  click_at $(centre "$1")
}
# click_named ROLE NAME: the first thing of that name; any role when ROLE is empty.
click_named() {
  local found
  wait_until "$2" "$wait_limit" named_is_there "$1" "$2"
  found=$(named "$1" "$2")
  # shellcheck disable=SC2046
  click_at $(printf '%s' "$found" | cut -f5 | awk -F, '{ printf "%d %d", $1 + $3 / 2, $2 + $4 / 2 }')
}
named() { awk -F'\t' -v r="$1" -v n="$2" '(r == "" ? ($2 != "text" && $2 != "heading") : $2 == r) && index($3, n) == 1 { print; exit }' "$dump"; }
named_is_there() { [ -n "$(named "$1" "$2")" ]; }

bring_into_view() {
  local tries=0 x y height
  while ! is_shown "$1"; do
    tries=$((tries + 1))
    [ $tries -lt 200 ] || stop "$1 could not be scrolled into view"
    read -r x y <<<"$(centre "$1")"
    height=$(xdotool getwindowgeometry --shell "$window_id" | sed -n 's/^HEIGHT=//p')
    xdotool mousemove "$x" "$((height / 2))"
    if [ "$y" -gt "$((height / 2))" ]; then xdotool click 5; else xdotool click 4; fi
    next_frame
  done
}
show_top() { bring_into_view "$1"; }

press() {
  xdotool key --clearmodifiers "$1"
  next_frame
}
type_text() {
  xdotool type --delay 15 -- "$1"
  next_frame
}

# Screens that every journey passes.
demo_passphrase() { row_name 'unlock/form/demo/.*' | sed 's/^.*passphrase is: //'; }
unlock() {
  wait_for unlock/form/passphrase
  if is_there unlock/form/open-as; then
    if ! says 'unlock/form/open-as' "$1"; then
      click unlock/form/open-as
      click_named option "$1"
      wait_for_value 'unlock/form/open-as' "$1"
    fi
    click unlock/form/passphrase
  fi
  type_text "${AFTERNOTE_PASSPHRASE:-$(demo_passphrase)}"
  press Return
  wait_gone unlock/form/passphrase
  wait_idle
}
lock() {
  press ctrl+l
  # Under heavy load a virtual display was seen to drop a chord; a person would press it again, and it is said.
  local end=$((SECONDS + 5))
  until is_there unlock/form/passphrase || [ $SECONDS -ge $end ]; do sleep 0.03; done
  if ! is_there unlock/form/passphrase; then
    say "     (Ctrl L again)"
    press ctrl+l
  fi
  wait_for unlock/form/passphrase
}

# picture NAME: asks the program for a picture of what it shows.
picture() {
  wait_idle
  picture_unchecked "$1"
  wait_until "picture $1" "$wait_limit" test -f "$out/$1.png"
}
picture_unchecked() { printf '%s\n' "$out/$1.png" >"$dump.shoot"; }
