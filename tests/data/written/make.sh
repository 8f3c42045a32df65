#!/bin/bash
# Makes what this version of Afternote writes, for later versions to read: make.sh FOLDER AFTERNOTE_CLI
# The folder must exist and be empty. Each release adds one; none is ever made again.
set -euo pipefail
cd "$1"
cli="$2 --fast-kdf --vault $1/journal --passphrase-file $1/passphrase"
printf 'plum kettle harbour seventeen\n' > passphrase
$cli --json init | sed -n 's/.*"recovery_key": "\(.*\)".*/\1/p' > paper
id() { sed -n 's/.*"id": "\([0-9a-f]*\)".*/\1/p' | head -1; }
first=$(printf 'They kept the call and response, and led the second verse.\n\nNext time: start from their own song.' |
  $cli --json add --date 2026-01-22 --time 16:05 --minutes 45 --setting small_group --group 'Brass group' --instrument trumpet --young-person Wren --young-person Rowan | id)
second=$(printf 'A quiet hour. Nobody played in the first half.' | $cli --json add --date 2026-01-23 --setting one_to_one | id)
gone=$(printf 'Written in the wrong journal.' | $cli --json add --date 2026-01-24 | id)
printf 'They kept the call and response, and led the second verse without me.\n\nNext time: start from their own song.' | $cli edit "$first"
printf "led the second verse" | $cli tag "$first" --indicator P4.1 --level 4 --direction change
$cli bin "$second"
$cli erase "$gone" --for-good
head -c 5000 /dev/zero | openssl enc -aes-128-ctr -K 00112233445566778899aabbccddeeff -iv 0 2>/dev/null > picture.bin
printf '\x89PNG\r\n\x1a\n' | cat - picture.bin > stave.png; rm picture.bin
$cli attach "$first" stave.png
mkdir between
$cli sync --folder between
$cli recovery-list --recovery-key-file paper
$cli sync --folder between
$cli export json copy.json
rm journal/vault.lock stave.png
