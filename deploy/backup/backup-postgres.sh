#!/usr/bin/env bash
# Backs up a service (PostgreSQL and a bucket) while it runs:  backup-postgres.sh <backup folder>
# The database as libpq's variables say (PGHOST, PGDATABASE, PGUSER, PGPASSFILE …); the bucket as rclone's configuration says,
# BUCKET=<remote>:<bucket>/<prefix>; OFFICE=<folder with words.txt, calendar>, where there is one; keys are in the database. Needs pg_dump of the server's version or newer, and rclone.
set -euo pipefail
[ $# = 1 ] || { echo "usage: BUCKET=<remote>:<bucket> [OFFICE=<folder>] backup-postgres.sh <backup folder>" >&2; exit 64; }
backups=$1
: "${BUCKET:?say where the photos are, e.g. BUCKET=store:safetymonth}"
umask 077
mkdir -p "$backups/blobs"
name=$(date -u +%Y-%m-%dT%H%M%S.%3NZ)
making=$backups/.making-$name
mkdir "$making"
trap 'rm -rf "$making"' EXIT

# The database first, then the files: every file the database knows is then in the copy.
pg_dump --format=custom --no-owner --file="$making/safetymonth.dump"
pg_restore --list "$making/safetymonth.dump" >/dev/null
for also in calendar words.txt; do
  if [ -n "${OFFICE:-}" ] && [ -e "$OFFICE/$also" ]; then cp -a "$OFFICE/$also" "$making/"; fi
done
# Named by their content: what is there already, and as long, is the same.
rclone copy --fast-list --size-only "$BUCKET" "$backups/blobs"
rclone check --fast-list --size-only --one-way --log-level=ERROR "$BUCKET" "$backups/blobs"
sync -f "$backups"
mv -T "$making" "$backups/$name"
trap - EXIT
echo "$backups/$name"
