#!/bin/sh
# Puts a backup into an empty data folder (and an empty database); then tables are made again from the record.
#
#   MOT_CUA_DATA=/var/lib/mot-cua-new [DATABASE_URL=postgres://…] server/deploy/restore.sh /backup/2026-11-25
#
# Nothing is changed before everything is known to be well. Cut off in the middle, it is run again (on PostgreSQL into a fresh database).
# PCs give back by themselves what the restored city lacks: its own lines, their acts, their pages; the runbook says what to look at.
set -eu
export LC_ALL=C
: "${MOT_CUA_DATA:?MOT_CUA_DATA names the data folder}"
source=${1:?usage: restore.sh <backup folder>}
here=$(cd "$(dirname "$0")" && pwd)
tables="logs log_batches quarantine_lines"
refuse() { echo "restore: $1; nothing was changed" >&2; exit 1; }

for part in keys logs quarantine pages tables; do
  [ ! -e "$MOT_CUA_DATA/$part" ] || refuse "$MOT_CUA_DATA holds a city already; choose an empty folder"
done
[ -e "$source/SHA256SUMS" ] || refuse "$source is no backup"
(cd "$source" && sha256sum --quiet --check --strict SHA256SUMS) || refuse "the backup is not whole"
there=$(cd "$source" && find . -type f ! -name SHA256SUMS | wc -l)
[ "$there" -eq "$(wc -l < "$source/SHA256SUMS")" ] || refuse "the backup holds files its list does not name"
[ -e "$source/keys/city" ] || [ -n "${MOT_CUA_CITY_KEY:-}" ] || refuse "the backup has no key: MOT_CUA_CITY_KEY must give it"
if [ -e "$source/record.dump" ]; then
  [ -n "${DATABASE_URL:-}" ] || refuse "this backup came from PostgreSQL, and DATABASE_URL names no database to fill"
  for table in $tables; do
    isThere=$(psql "$DATABASE_URL" -XAtqc "SELECT to_regclass('$table') IS NOT NULL")
    holds=f
    if [ "$isThere" = t ]; then holds=$(psql "$DATABASE_URL" -XAtqc "SELECT EXISTS (SELECT FROM $table)"); fi
    [ "$holds" = f ] || refuse "the database holds a city already"
  done
else
  [ -z "${DATABASE_URL:-}" ] || refuse "this backup has line files: restore it without DATABASE_URL, then move the record"
fi

rm -rf "$MOT_CUA_DATA/restoring"
mkdir -p "$MOT_CUA_DATA/restoring"
chmod 700 "$MOT_CUA_DATA"
for part in keys logs quarantine pages; do
  if [ -d "$source/$part" ]; then cp -a "$source/$part" "$MOT_CUA_DATA/restoring/$part"; fi
done
sync
if [ -e "$source/record.dump" ]; then
  node "$here/../migrate.ts"
  pg_restore --dbname="$DATABASE_URL" --data-only --single-transaction --exit-on-error "$source/record.dump"
fi
# The key last: a city without one is not begun.
for part in quarantine pages logs keys; do
  if [ -d "$MOT_CUA_DATA/restoring/$part" ]; then mv "$MOT_CUA_DATA/restoring/$part" "$MOT_CUA_DATA/$part"; fi
done
: > "$MOT_CUA_DATA/restored"
rmdir "$MOT_CUA_DATA/restoring"
sync
node "$here/../rebuild.ts"
node "$here/../audit.ts" || {
  echo "restore: done, but the city lacks what the line above names; the runbook says what to do" >&2
  exit 3
}
echo "restore: done; start the server, and look at /readyz"
