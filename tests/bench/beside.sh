#!/usr/bin/env bash
# Measures ours beside others that keep the same reflections on two machines, one after the other in one run on this
# machine: PouchDB (npm), git over a file, Joplin with a folder (npm), and nginx for small requests over TLS. What is
# missing is said to be missing. Prints a JSON object a figure, then a table. CouchDB is not in Debian 12.
#   tests/bench/beside.sh BUILD_FOLDER [REFLECTIONS] [--joplin]      (default 10000; --joplin installs it: minutes)
# The build folder needs sync_bench, corpus_lines and afternote-hub, built with AFTERNOTE_TESTING.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "$1" && pwd)
count=${2:-10000}
joplin_wanted=no
for word in "$@"; do if [ "$word" = --joplin ]; then joplin_wanted=yes; fi; done
cache=${XDG_CACHE_HOME:-$HOME/.cache}/afternote-bench
work=$(mktemp -d)
children=()
finish() {
  for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT

say() {  # subject metric unit value
  printf '{"bench":"beside","subject":"%s","metric":"%s","unit":"%s","median":%s}\n' "$1" "$2" "$3" "$4" | tee -a "$work/all"
}
missing() { printf '{"bench":"beside","missing":"%s","why":"%s"}\n' "$1" "$2"; }
has() { command -v "$1" >/dev/null; }
now() { date +%s.%N; }
since() { awk "BEGIN { printf \"%.6f\", $(now) - $1 }"; }
rate() { awk "BEGIN { printf \"%.1f\", $1 / $2 }"; }
ms() { awk "BEGIN { printf \"%.3f\", $1 * 1000 }"; }
middle() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

ours() {
  "$build/tests/bench/sync_bench" "$count" > "$work/ours"
  local field='s/.*"metric":"\([^"]*\)".*"median":\([0-9.]*\).*/\1|\2/p'
  while IFS='|' read -r metric value; do
    case $metric in
      up) say ours up 'per s' "$value" ;;
      down*) say ours down 'per s' "$value" ;;
      *) say ours "$metric" ms "$value" ;;
    esac
  done < <(sed -n "$field" "$work/ours")
}

pouch() {
  has node && has npm || { missing pouchdb "no node or npm"; return; }
  if [ ! -d "$cache/pouch/node_modules/express-pouchdb" ]; then
    mkdir -p "$cache/pouch"
    npm install --silent --no-fund --no-audit --prefix "$cache/pouch" pouchdb express-pouchdb express@4 >/dev/null 2>&1 ||
      { missing pouchdb "npm could not install it"; return; }
  fi
  node "$here/pouch_peer.js" "$cache/pouch" "$work/docs" | tee -a "$work/all"
}

git_peer() {
  has git || { missing git "not installed"; return; }
  local a=$work/git/a b=$work/git/b hub=$work/git/hub.git begin
  export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
  mkdir -p "$work/git"
  git init -q --bare -b main "$hub"
  git clone -q "$hub" "$a" 2>/dev/null
  git -C "$a" checkout -q -b main 2>/dev/null || true
  awk -v folder="$a" '{ file = folder "/" NR ".md"; print > file; close(file) }' "$work/docs"
  begin=$(now)
  git -C "$a" add -A && git -C "$a" commit -qm all && git -C "$a" push -q origin main
  say git up 'per s' "$(rate "$count" "$(since "$begin")")"
  begin=$(now)
  git clone -q -b main "$hub" "$b"
  say git down 'per s' "$(rate "$count" "$(since "$begin")")"
  for _ in 1 2 3 4 5; do begin=$(now); git -C "$b" pull -q; ms "$(since "$begin")"; echo; done > "$work/times"
  say git 'no change' ms "$(middle < "$work/times")"
  for i in 1 2 3 4 5; do
    begin=$(now)
    echo "Changed $i times." >> "$a/1.md"
    git -C "$a" commit -qam one && git -C "$a" push -q && git -C "$b" pull -q
    ms "$(since "$begin")"; echo
  done > "$work/times"
  say git 'one change, there and over' ms "$(middle < "$work/times")"
}

joplin_peer() {
  local joplin=$cache/joplin/node_modules/.bin/joplin some=$count begin took
  if [ ! -x "$joplin" ] && [ "$joplin_wanted" = yes ] && has npm; then
    # Its own parts are compiled: against the headers of libnode-dev where they are, and libsecret-1-dev. 3.6.2 asks
    # for a package that the registry lacks.
    mkdir -p "$cache/joplin"
    if [ -e /usr/include/node/node.h ]; then export npm_config_nodedir=/usr; fi
    npm install --silent --no-fund --no-audit --prefix "$cache/joplin" joplin@3.5.1 >/dev/null 2>&1 || true
  fi
  [ -x "$joplin" ] || { missing joplin "not installed (--joplin installs it; it needs libsecret-1-dev)"; return; }
  if [ "$some" -gt 1000 ]; then some=1000; fi  # it slows down with more, and takes ten minutes for 10,000
  mkdir -p "$work/joplin/notes" "$work/joplin/shared"
  head -n "$some" "$work/docs" | awk -v folder="$work/joplin/notes" '{ file = folder "/" NR ".md"; print > file; close(file) }'
  run() { "$joplin" --profile "$work/joplin/$1" "${@:2}" >/dev/null 2>&1; }
  for profile in a b; do
    run "$profile" config sync.target 2
    run "$profile" config sync.2.path "$work/joplin/shared"
  done
  run a mkbook notes
  run a import --format md "$work/joplin/notes" notes
  begin=$(now); run a sync; took=$(since "$begin")
  say "joplin ($some)" up 'per s' "$(rate "$some" "$took")"
  begin=$(now); run b sync; took=$(since "$begin")
  say "joplin ($some)" down 'per s' "$(rate "$some" "$took")"
  begin=$(now); run b sync
  say "joplin ($some)" 'no change' ms "$(ms "$(since "$begin")")"
}

# One core for the server, the other for wrk.
load() {  # subject metric url connections [more words]
  local out
  out=$(taskset -c 1 wrk -t1 -c"$4" -d5s "${@:5}" "$3")
  say "$1" "$2" 'per s' "$(sed -n 's/^Requests\/sec: *//p' <<< "$out")"
  if grep -q 'Non-2xx' <<< "$out"; then echo "$1: some answers were refusals" >&2; exit 1; fi
}
loads() {  # subject url
  load "$1" 'small TLS request, 64 connections' "$2" 64
  load "$1" 'small TLS request, 1 connection' "$2" 1
  load "$1" 'TLS connection each' "$2" 64 -H 'Connection: close'
}

nginx_peer() {
  has wrk || { missing wrk "not installed (Debian: wrk); nothing over TLS was measured"; return; }
  printf 'a long enough passphrase\n' > "$work/passphrase"
  printf '%s\n' "folder = $work/hub" "passphrase_file = $work/passphrase" 'public_host = 127.0.0.1' 'listen = 127.0.0.1' \
    'port = 0' 'connections_per_address = 2000' > "$work/hub.conf"
  export AFTERNOTE_TESTING_FAST_KDF=1
  "$build/app/hub/afternote-hub" init --service Bench --config "$work/hub.conf" >/dev/null
  taskset -c 0 "$build/app/hub/afternote-hub" serve --config "$work/hub.conf" 2> "$work/hub.log" &
  children+=($!)
  until grep -q started "$work/hub.log"; do sleep 0.05; done
  local port
  port=$(sed -n 's/.*"port":\([0-9]*\).*/\1/p' "$work/hub.log")
  loads ours "https://127.0.0.1:$port/v1/ping"
  kill "${children[-1]}"
  has nginx || { missing nginx "not installed (Debian: nginx-light)"; return; }
  mkdir "$work/nginx"
  cat > "$work/nginx/conf" <<END
daemon off; master_process off; pid $work/nginx/pid; error_log $work/nginx/errors crit;
events { worker_connections 4096; }
http {
  access_log off; keepalive_requests 1000000000;
  client_body_temp_path $work/nginx/b; proxy_temp_path $work/nginx/p; fastcgi_temp_path $work/nginx/f;
  uwsgi_temp_path $work/nginx/u; scgi_temp_path $work/nginx/s;
  server {
    listen 127.0.0.1:54443 ssl; ssl_certificate $work/hub/hub-certificate.pem; ssl_certificate_key $work/hub/hub-key.pem;
    ssl_protocols TLSv1.3;
    location = /r { return 200 "ok"; }
  }
}
END
  taskset -c 0 nginx -c "$work/nginx/conf" -p "$work/nginx" 2>/dev/null &
  children+=($!)
  until (exec 3<> /dev/tcp/127.0.0.1/54443) 2>/dev/null; do sleep 0.05; done
  loads nginx https://127.0.0.1:54443/r
  kill "${children[-1]}"
}

table() {
  sed 's/.*"subject":"\([^"]*\)","metric":"\([^"]*\)","unit":"\([^"]*\)","median":\([0-9.]*\).*/\1|\2|\3|\4/' "$work/all" | awk -F'|' '
    $1 == "ours" { ours[$2] = $4; next }
    { subject[++n] = $1; metric[n] = $2; unit[n] = $3; value[n] = $4 }
    END {
      printf "\n%-36s %12s %12s  %-14s %s\n", "", "ours", "theirs", "", "ours is"
      for (i = 1; i <= n; ++i) {
        mine = ours[metric[i]]
        if (mine == "") continue
        times = unit[i] == "ms" ? value[i] / mine : mine / value[i]
        printf "%-36s %12.2f %12.2f  %-14s %.2f times as fast\n", metric[i] " (" unit[i] ")", mine, value[i], subject[i], times
      }
    }'
}

"$build/tests/bench/corpus_lines" "$count" > "$work/docs"
ours
pouch
git_peer
joplin_peer
nginx_peer
table
