#!/bin/bash
# A window nobody touches draws nothing: neither locked, with the keyboard in a field, nor open.
#   rests.sh BUILD_DIR WORK_DIR
set -u
if [ -z "${AFTERNOTE_ON_VIRTUAL_DISPLAY:-}" ]; then
  AFTERNOTE_ON_VIRTUAL_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1600x1000x24 -nolisten tcp" \
    "$0" "$@"
fi
figures=$("$1/tests/bench/window_bench" --dir "$2" --starts 1 --idle 3 --keys 1 20) || exit 1
for metric in locked.idle.frames idle.frames; do
  line=$(printf '%s\n' "$figures" | grep "\"afternote\",\"metric\":\"$metric\"")
  case $line in
    *'"median":0,'*) ;;
    *) printf 'The window goes on drawing by itself: %s\n' "${line:-no figure}" >&2; exit 1 ;;
  esac
done
