#!/usr/bin/env bash
# Restores one server from a backup into a new data folder:  restore-sqlite.sh <backup folder>/<run> <data folder>
# Stop the program first; give the folder to its account afterwards. Needs sqlite3 and rsync.
set -euo pipefail
[ $# = 2 ] || { echo "usage: restore-sqlite.sh <backup folder>/<run> <data folder>" >&2; exit 64; }
run=${1%/} data=$2
[ -f "$run/safetymonth.db" ] || { echo "There is no safetymonth.db in $run." >&2; exit 2; }
if [ -e "$data" ] && [ -n "$(ls -A "$data")" ]; then
  echo "$data is not empty; move it away first." >&2
  exit 2
fi
[ "$(sqlite3 "$run/safetymonth.db" 'PRAGMA integrity_check')" = ok ] || { echo "The database of this backup is damaged; take another one." >&2; exit 1; }
umask 077
mkdir -p "$data/blobs"
rsync -a "$(dirname "$run")/blobs/" "$data/blobs/"
"$(dirname "$0")/check-blobs.sh" "$data/blobs"
rsync -a "$run/" "$data/"
echo "Restored. Give $data to the program's account, then start it."
