#!/bin/bash
# Fetches what the tests of the page need and no Debian package has, into a folder of the build: a driver for Debian's own
# chromium, and axe-core, which looks for what keeps people out. Versions are pinned, and so is every byte.
#   fetch_tools.sh FOLDER
# Ends with 77 when the registry is not to be reached: then ctest says that these tests were not run.
set -euo pipefail
folder=${1:?a folder}
mkdir -p "$folder"

# fetch NAME VERSION SHA512-IN-BASE64
fetch() {
  local name=$1 version=$2 integrity=$3 into=$folder/$1
  [ -f "$into/fetched-$version" ] && return
  local archive=$folder/$name-$version.tgz
  curl --fail --silent --show-error --location --retry 3 --max-time 120 \
    --output "$archive" "https://registry.npmjs.org/$name/-/$name-$version.tgz" || {
    echo "registry.npmjs.org is not to be reached, so $name $version is not here: tests that need it are NOT RUN" >&2
    exit 77
  }
  local found
  found=$(openssl dgst -sha512 -binary "$archive" | openssl base64 -A)
  if [ "$found" != "$integrity" ]; then
    echo "$name $version is not what it was when it was chosen: its SHA-512 is $found" >&2
    exit 1
  fi
  rm -rf "$into"
  mkdir -p "$into"
  tar -xzf "$archive" -C "$into" --strip-components=1
  rm "$archive"
  touch "$into/fetched-$version"
}

# The last one that runs on Debian 12's nodejs 18.
fetch playwright-core 1.61.1 h7Qlt6m4REp25qvIdvbDtVmD4LqVXfpRxhORv9L0jzETM05p4fuPJ3dKyuSXQxDSbXnmS79HAgi9589lGSpLkg==
fetch axe-core 4.14.1 FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==
