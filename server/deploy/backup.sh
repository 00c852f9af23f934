#!/bin/sh
# Copies the city's record, pages and keys into a new folder; the server may run meanwhile.
#
#   MOT_CUA_DATA=/var/lib/mot-cua [DATABASE_URL=postgres://…] server/deploy/backup.sh /backup/2026-11-25
#
# Tables are not copied: they are made again from the record. The order matters: what the city has confirmed stands in its own
# logs, so these are copied first, then the devices' logs, then the pages that acts name. Nothing copied speaks of what is not.
set -eu
: "${MOT_CUA_DATA:?MOT_CUA_DATA names the data folder}"
target=${1:?usage: backup.sh <new folder>}
[ ! -e "$target" ] || { echo "backup: $target is there already; a backup never writes over another" >&2; exit 1; }
work="$target.part"
rm -rf "$work"
mkdir -p "$work"
chmod 700 "$work"

if [ -d "$MOT_CUA_DATA/keys" ]; then cp -a "$MOT_CUA_DATA/keys" "$work/keys"; fi
if [ -n "${DATABASE_URL:-}" ]; then
  # One snapshot holds all three tables as they were at one moment.
  pg_dump --dbname="$DATABASE_URL" --data-only --format=custom --table=logs --table=log_batches --table=quarantine_lines --file="$work/record.dump"
else
  mkdir -p "$work/logs" "$work/quarantine"
  for log in "$MOT_CUA_DATA"/logs/city-*.ndjson; do [ -e "$log" ] && cp -a "$log" "$work/logs/"; done
  for log in "$MOT_CUA_DATA"/logs/*.ndjson; do
    case "${log##*/}" in city-*) ;; *) [ -e "$log" ] && cp -a "$log" "$work/logs/" ;; esac
  done
  [ -d "$MOT_CUA_DATA/quarantine" ] && cp -a "$MOT_CUA_DATA/quarantine/." "$work/quarantine/"
fi
# Pages on an S3 store are copied by that store's own means (versioning, replication): the runbook says how.
if [ -d "$MOT_CUA_DATA/pages" ]; then cp -a "$MOT_CUA_DATA/pages" "$work/pages"; fi
(cd "$work" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 -r sha256sum > SHA256SUMS)
sync
mv "$work" "$target"
sync
echo "backup: $(wc -l < "$target/SHA256SUMS") files in $target"
