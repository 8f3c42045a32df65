#!/usr/bin/env bash
# Runs every libFuzzer target of a build folder over its corpus, as many targets at once as there are cores: RUNS times
# those that read what a tutor could lose or what comes from strangers before anything else does, a tenth of that the
# others. Inputs grow to the length of the longest seed (512 bytes at least): longer ones cost time and reach nothing
# new.
#   run_fuzzers.sh BUILD_FOLDER RUNS
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$1
export runs=$2 root
export foremost="op_decoder_fuzz vault_header_fuzz jsonl_import_fuzz markdown_import_fuzz search_query_fuzz passage_rebase_fuzz hub_wire_fuzz http_head_fuzz"

run_one() {
  local target=$1 name work longest started=$SECONDS runs=$runs
  name=$(basename "$target")
  case " $foremost " in *" $name "*) ;; *) runs=$((runs / 10)) ;; esac
  work=$(mktemp -d)
  longest=$(find "$root/tests/data/fuzz/$name" -type f -printf '%s\n' | sort -n | tail -n 1)
  if ! "$target" -runs="$runs" -max_len=$((longest > 512 ? longest : 512)) -timeout=20 -rss_limit_mb=2048 \
      -seed=20261124 -print_final_stats=0 -artifact_prefix="$work/" "$work" "$root/tests/data/fuzz/$name" \
      >"$work.log" 2>&1; then
    tail -n 40 "$work.log"
    echo "      $name found something; its log is $work.log, its input in $work"
    return 255  # xargs starts no more
  fi
  printf '      %s: %d runs in %d s\n' "$name" "$runs" "$((SECONDS - started))"
  rm -rf "$work" "$work.log"
}
export -f run_one

targets=("$build"/tests/fuzz/*_fuzz)
[ -x "${targets[0]}" ] || { echo "no fuzz target was built" >&2; exit 1; }
printf '%s\0' "${targets[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -c 'run_one "$1"' -
