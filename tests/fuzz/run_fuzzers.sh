#!/usr/bin/env bash
# Runs every libFuzzer target of a build folder over its corpus for a number of runs. Inputs grow to the length of the
# longest seed (512 bytes at least): longer ones cost time and reach nothing new.
#   run_fuzzers.sh BUILD_FOLDER RUNS
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$1
runs=$2
found=0
for target in "$build"/tests/fuzz/*_fuzz; do
  [ -x "$target" ] || continue
  found=$((found + 1))
  name=$(basename "$target")
  work=$(mktemp -d)
  longest=$(find "$root/tests/data/fuzz/$name" -type f -printf '%s\n' | sort -n | tail -n 1)
  started=$SECONDS
  printf '      %s: ' "$name"
  if ! "$target" -runs="$runs" -max_len=$((longest > 512 ? longest : 512)) -timeout=20 -rss_limit_mb=2048 -seed=20261124 -print_final_stats=0 \
      -artifact_prefix="$work/" "$work" "$root/tests/data/fuzz/$name" >"$work.log" 2>&1; then
    tail -n 40 "$work.log"
    exit 1
  fi
  printf '%d runs in %d s\n' "$runs" "$((SECONDS - started))"
  rm -rf "$work" "$work.log"
done
[ "$found" -gt 0 ] || { echo "no fuzz target was built" >&2; exit 1; }
