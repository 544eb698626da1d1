#!/usr/bin/env bash
# Says which photos and files of a folder are not what their names say:  check-blobs.sh <blobs folder>
set -euo pipefail
[ $# = 1 ] || { echo "usage: check-blobs.sh <blobs folder>" >&2; exit 64; }
cd "$1"
damaged=$(find . -regextype posix-extended -type f -regex '.*/[0-9a-f]{64}' -print0 | xargs -0 -r sha256sum | awk '{ n = split($2, part, "/"); if ($1 != part[n]) print $2 }')
[ -z "$damaged" ] || { printf 'Damaged:\n%s\n' "$damaged" >&2; exit 1; }
