#!/usr/bin/env bash
# Whole sessions with every real part (tests/pages/whole_session.mjs): the window on a virtual display, two more laptops,
# five phones' browsers, a hub over TLS. AFTERNOTE_LONG=1: a phone is without a network for a minute.
# whole_session.sh BUILD_DIR OUT_DIR
set -euo pipefail

build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ -z "${AFTERNOTE_ON_VIRTUAL_DISPLAY:-}" ]; then
  "$here/../pages/fetch_tools.sh" "$build/tests/pages/tools"  # 77: not to be had, not run
  AFTERNOTE_ON_VIRTUAL_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1440x900x24 -nolisten tcp" \
    "${BASH_SOURCE[0]}" "$build" "$out"
fi
AFTERNOTE_WINDOW_PICTURES=$out exec "$here/../pages/run.sh" "$build" "$here/../pages/whole_session.mjs"
