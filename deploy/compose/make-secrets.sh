#!/bin/sh
# Makes the passwords and keys of this installation in ./secrets, once; what is there stays.
# The folder is closed to others; the files in it are readable because the accounts in the containers must read them.
set -eu
cd "$(dirname "$0")"
if [ -e secrets ]; then
  echo "The folder secrets is there already; nothing was changed." >&2
  exit 1
fi
mkdir -m 0700 secrets
random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }
password=$(random 24) access=$(random 10) secret=$(random 24)
printf '%s' "$password" > secrets/database-password
printf 'Host=database;Database=safetymonth;Username=safetymonth;Password=%s' "$password" > secrets/database-connection
printf '%s' "$access" > secrets/s3-access-key
printf '%s' "$secret" > secrets/s3-secret-key
cat > secrets/s3.json <<JSON
{"identities":[{"name":"safetymonth","credentials":[{"accessKey":"$access","secretKey":"$secret"}],
  "actions":["Read:safetymonth","Write:safetymonth","List:safetymonth","Tagging:safetymonth"]}]}
JSON
chmod 0444 secrets/*
echo "Made. Keep a copy of the folder secrets where you keep passwords."
