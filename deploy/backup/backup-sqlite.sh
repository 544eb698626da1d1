#!/usr/bin/env bash
# Backs up one server (SQLite and a folder) while the program runs:  backup-sqlite.sh <data folder> <backup folder>
# The backup folder gets one folder a run, and the photos of all runs once, in blobs/. Needs sqlite3 and rsync.
set -euo pipefail
[ $# = 2 ] || { echo "usage: backup-sqlite.sh <data folder> <backup folder>" >&2; exit 64; }
data=$1 backups=$2
[ -f "$data/safetymonth.db" ] || { echo "There is no safetymonth.db in $data." >&2; exit 2; }
umask 077
mkdir -p "$backups/blobs"
name=$(date -u +%Y-%m-%dT%H%M%S.%3NZ)
making=$backups/.making-$name
mkdir "$making"
trap 'rm -rf "$making"' EXIT

# The database first, then the files: every file the database knows is then in the copy.
sqlite3 "$data/safetymonth.db" ".timeout 60000" ".backup '$making/safetymonth.db'"
[ "$(sqlite3 "$making/safetymonth.db" 'PRAGMA integrity_check')" = ok ] || { echo "The copy of the database is damaged; nothing was kept." >&2; exit 1; }
for also in keys calendar words.txt; do
  if [ -e "$data/$also" ]; then cp -a "$data/$also" "$making/"; fi
done
# Named by their content: what is there already, and as long, is the same. rsync renames each when it is whole.
if [ -d "$data/blobs" ]; then rsync -a --size-only --exclude=/incoming "$data/blobs/" "$backups/blobs/"; fi
sync -f "$backups"
mv -T "$making" "$backups/$name"
trap - EXIT
echo "$backups/$name"
