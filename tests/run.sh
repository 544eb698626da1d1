#!/usr/bin/env bash
# Installs what the tests need on a bare Debian machine with the .NET SDK, runs all of them, and ends with "N passed, N failed".
# With --soak 30m (or 90s, 2h): only the crash test, for as long.
set -u
cd "$(dirname "$0")/.."
case "${1:-}" in
  '') projects=(tests/*.Tests/*.csproj) filter=() ;;
  --soak) export SAFETYMONTH_SOAK="${2:?--soak needs a length of time, such as 30m}"; projects=(tests/Bot.Host.Tests/*.csproj) filter=(--filter 'FullyQualifiedName~CrashTests') ;;
  *) echo "usage: bash tests/run.sh [--soak 30m]" >&2; exit 2 ;;
esac
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# The browser tests drive Debian's Chromium, with a font that can show Chinese; plans as PDF are read by poppler's pdftotext;
# photos are opened by vipsthumbnail, and go to an S3 store that is an npm package; the backup scripts need sqlite3 and rsync.
need=()
command -v chromium >/dev/null || need+=(chromium)
command -v pdftotext >/dev/null || need+=(poppler-utils)
command -v vipsthumbnail >/dev/null || need+=(libvips-tools)
[ -n "$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)" ] || need+=(postgresql)
command -v sqlite3 >/dev/null || need+=(sqlite3)
command -v rsync >/dev/null || need+=(rsync)
command -v node >/dev/null || need+=(nodejs)
command -v npm >/dev/null || need+=(npm)
fc-list 2>/dev/null | grep -qiE 'cjk|wqy' || need+=(fonts-wqy-microhei)
if [ ${#need[@]} -gt 0 ]; then
  as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null || echo "could not install: ${need[*]}" >&2
fi

npm ci --prefix tests/node --no-audit --no-fund --loglevel=error >/dev/null || echo "could not install what tests/node/package.json names" >&2

failed_build=0
dotnet build SafetyMonth.sln -c Release -v quiet || failed_build=1
status=0
if [ "$failed_build" = 0 ]; then
  for project in "${projects[@]}"; do
    name=$(basename "$project" .csproj)
    dotnet test "$project" -c Release --no-build -v quiet --logger "trx;LogFileName=$name.trx" --results-directory "$results" "${filter[@]}" || status=1
  done
fi

# Sum what the result files say; a run that broke off without saying so counts as one failure.
count() { grep -ho '<Counters [^>]*>' "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{s+=$1} END {print s+0}'; }
passed=$(count passed)
failed=$(( $(count failed) + $(count error) + $(count timeout) + $(count aborted) ))
if [ "$failed" = 0 ] && { [ "$status" != 0 ] || [ "$failed_build" != 0 ] || [ "$passed" = 0 ]; }; then failed=1; fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
