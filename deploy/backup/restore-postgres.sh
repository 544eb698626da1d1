#!/usr/bin/env bash
# Restores a service from a backup into an empty database and a bucket:  restore-postgres.sh <backup folder>/<run>
# Stop all hosts first. Variables as for backup-postgres.sh; OFFICE must be empty.
set -euo pipefail
[ $# = 1 ] || { echo "usage: BUCKET=<remote>:<bucket> OFFICE=<folder> restore-postgres.sh <backup folder>/<run>" >&2; exit 64; }
run=${1%/}
: "${BUCKET:?say where the photos are, e.g. BUCKET=store:safetymonth}" "${OFFICE:?say where the folder with keys is}"
[ -f "$run/safetymonth.dump" ] || { echo "There is no safetymonth.dump in $run." >&2; exit 2; }
if [ -e "$OFFICE" ] && [ -n "$(ls -A "$OFFICE")" ]; then
  echo "$OFFICE is not empty; move it away first." >&2
  exit 2
fi
if [ "$(psql --no-psqlrc -Atc "select count(*) from pg_tables where schemaname not in ('pg_catalog','information_schema')")" != 0 ]; then
  echo "The database is not empty; make a new one first." >&2
  exit 2
fi
umask 077
"$(dirname "$0")/check-blobs.sh" "$(dirname "$run")/blobs"
rclone copy --fast-list --size-only "$(dirname "$run")/blobs" "$BUCKET"
pg_restore --no-owner --exit-on-error --single-transaction --dbname="${PGDATABASE:?say which database}" "$run/safetymonth.dump"
mkdir -p "$OFFICE"
for also in keys calendar words.txt; do
  if [ -e "$run/$also" ]; then cp -a "$run/$also" "$OFFICE/"; fi
done
echo "Restored. Give $OFFICE to the program's account, then start the hosts."
