#!/usr/bin/env bash
# Backs up one server (SQLite and a folder) while the program runs:  backup-sqlite.sh <data folder> <backup folder>
# The backup folder gets one folder a run, and the photos of all runs once, in blobs/. Needs sqlite3 and rsync.
set -euo pipefail
[ $# = 2 ] || { echo "usage: backup-sqlite.sh <data folder> <backup folder>" >&2; exit 64; }
data=$1
[ -f "$data/safetymonth.db" ] || { echo "There is no safetymonth.db in $data." >&2; exit 2; }
. "$(dirname "$0")/run.sh"

begin "$2"
sqlite3 "$data/safetymonth.db" ".timeout 60000" ".backup '$making/safetymonth.db'"
[ "$(sqlite3 "$making/safetymonth.db" 'PRAGMA integrity_check')" = ok ] || { echo "The copy of the database is damaged; nothing was kept." >&2; exit 1; }
keep "$data" keys calendar words.txt
# Named by their content: what is there already, and as long, is the same. rsync renames each when it is whole.
if [ -d "$data/blobs" ]; then rsync -a --size-only --exclude=/incoming "$data/blobs/" "$backups/blobs/"; fi
finish
