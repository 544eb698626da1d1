#!/usr/bin/env bash
# Restores a service from a backup into an empty database and a bucket:  restore-postgres.sh <backup folder>/<run>
# Stop all hosts first. Variables as for backup-postgres.sh; OFFICE, where it is given, must be empty.
set -euo pipefail
[ $# = 1 ] || { echo "usage: BUCKET=<remote>:<bucket> [OFFICE=<folder>] restore-postgres.sh <backup folder>/<run>" >&2; exit 64; }
run=${1%/}
: "${BUCKET:?say where the photos are, e.g. BUCKET=store:safetymonth}"
[ -f "$run/safetymonth.dump" ] || { echo "There is no safetymonth.dump in $run." >&2; exit 2; }
if [ -n "${OFFICE:-}" ] && [ -e "$OFFICE" ] && [ -n "$(ls -A "$OFFICE")" ]; then
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
for also in calendar words.txt; do
  [ -e "$run/$also" ] || continue
  if [ -z "${OFFICE:-}" ]; then
    echo "$run/$also is yours to put back; OFFICE was not given." >&2
  else
    mkdir -p "$OFFICE"
    cp -a "$run/$also" "$OFFICE/"
  fi
done
echo "Restored. Start the hosts."
