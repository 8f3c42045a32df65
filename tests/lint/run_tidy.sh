#!/usr/bin/env bash
# clang-format and clang-tidy over our own sources; every finding is an error.
#   run_tidy.sh BUILD_FOLDER    (a folder configured with clang, for its compile_commands.json)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$1
cd "$root"
git ls-files '*.h' '*.cpp' | xargs clang-format --dry-run --Werror
sources=$(git ls-files 'journal/*.cpp' 'sync/*.cpp' 'app/*.cpp')
printf '%s\n' $sources | xargs -P "$(nproc)" -n 4 clang-tidy -p "$build" --quiet
