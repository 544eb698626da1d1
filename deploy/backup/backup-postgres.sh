#!/usr/bin/env bash
# Backs up a service (PostgreSQL and a bucket) while it runs:  backup-postgres.sh <backup folder>
# The database as libpq's variables say (PGHOST, PGDATABASE, PGUSER, PGPASSFILE …); the bucket as rclone's configuration says,
# BUCKET=<remote>:<bucket>/<prefix>; OFFICE=<folder with words.txt, calendar>, where there is one; keys are in the database. Needs pg_dump of the server's version or newer, and rclone.
set -euo pipefail
[ $# = 1 ] || { echo "usage: BUCKET=<remote>:<bucket> [OFFICE=<folder>] backup-postgres.sh <backup folder>" >&2; exit 64; }
: "${BUCKET:?say where the photos are, e.g. BUCKET=store:safetymonth}"
. "$(dirname "$0")/run.sh"

begin "$1"
pg_dump --format=custom --no-owner --file="$making/safetymonth.dump"
pg_restore --list "$making/safetymonth.dump" >/dev/null
if [ -n "${OFFICE:-}" ]; then keep "$OFFICE" calendar words.txt; fi
# Named by their content: what is there already, and as long, is the same.
rclone copy --fast-list --size-only "$BUCKET" "$backups/blobs"
rclone check --fast-list --size-only --one-way --log-level=ERROR "$BUCKET" "$backups/blobs"
finish
