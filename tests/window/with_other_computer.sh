# Sourced by window tests of two computers: the window's, and another's command line. Needs $build, $out and
# $desktop; makes $work. end_others() may be defined anew by who starts more.
source "$desktop/drive_window.sh"

work=$(mktemp -d)
joining_id=
end_others() { :; }
trap 'end_program; [ -z "$joining_id" ] || kill "$joining_id" 2>/dev/null || true; end_others; rm -rf "$work"' EXIT
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

begin_demo() {
  step "Imani writes a line"
  start_program "$build/app/desktop/afternote" --demo --journal "$work/demo" ${AFTERNOTE_LOOK:---size 1440x900 --theme light}
  wait_for unlock/form/passphrase 180
  secret=$(demo_passphrase)
  unlock "Imani Brooke"
  wait_for write/words
  type_text "Quillwort led. It rained."
  wait_for_value write/footer "Saved on this laptop"
}

# From the devices page: her passphrase again, then a code is shown.
begin_adding() {
  click settings/page/devices/add
  fill settings/page/passphrase/again "$secret"
  click settings/page/passphrase/go
  wait_for 'settings/page/pairing/here/group\[1\].*'
}

# The other computer joins with the code on the screen; what follows `join` says where. $1: a prefix of pictures.
add_other_computer() {
  local pictures=$1 code= words= i
  shift
  step "She adds a computer: her passphrase again, then a code"
  begin_adding
  picture "$pictures-code"
  for i in 1 2 3 4; do code+="$(awk -F'\t' -v p="here/group[$i]" 'index($1, p) && $2 == "text" { print $3; exit }' "$dump") "; done
  # A hub's address stands beside the code.
  address=$(awk -F'\t' 'index($3, "sh1:") == 1 { print $3; exit }' "$dump")

  step "On the other one the code is typed, and both show the same six words"
  other init >"$work/init"
  mkfifo "$work/typed"
  other join "${@/ADDRESS/$address}" --device-name "Music office desktop" <"$work/typed" >"$work/joined" 2>&1 &
  joining_id=$!
  exec 7>"$work/typed"
  printf '%s\n' "$code" >&7
  wait_for settings/page/pairing/question/match
  wait_until "six words on the other one" 60 file_says "Six words" "$work/joined"
  for i in 1 2 3 4 5 6; do
    words+="$(awk -F'\t' -v p="here/word[$i]" 'index($1, p) && $2 == "text" { print $3 }' "$dump" | tail -1) "
  done
  [ "${words% }" = "$(after 'Six words: ' "$work/joined")" ] || stop "the six words differ: $words"
  picture "$pictures-words"

  step "They match: the other computer has the journal"
  click settings/page/pairing/question/match
  printf 'yes\n' >&7
  exec 7>&-
  wait "$joining_id" || { cat "$work/joined" >&2; stop "the other computer did not join"; }
  joining_id=
  wait_until "the list of two" 60 says settings "Added. Your journal"
  click settings/page/pairing/done
  wait_for_name settings "Music office desktop"
  picture "$pictures-two"
  other list >"$work/list"
  file_says "Quillwort" "$work/list" || stop "the other computer has no Quillwort"
}
