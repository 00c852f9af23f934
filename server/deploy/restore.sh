#!/bin/sh
# Puts a backup into an empty data folder (and an empty database); then tables are made again from the record.
#
#   MOT_CUA_DATA=/var/lib/mot-cua-new [DATABASE_URL=postgres://…] server/deploy/restore.sh /backup/2026-11-25
#
# PCs that know more than the restored city send again what it lacks, by themselves.
set -eu
: "${MOT_CUA_DATA:?MOT_CUA_DATA names the data folder}"
source=${1:?usage: restore.sh <backup folder>}
here=$(cd "$(dirname "$0")" && pwd)
if [ -e "$MOT_CUA_DATA/keys" ] || [ -e "$MOT_CUA_DATA/logs" ] || [ -e "$MOT_CUA_DATA/pages" ]; then
  echo "restore: $MOT_CUA_DATA holds a city already; choose an empty folder" >&2
  exit 1
fi
(cd "$source" && sha256sum --quiet --check SHA256SUMS) || { echo "restore: the backup is not whole; nothing was changed" >&2; exit 1; }
mkdir -p "$MOT_CUA_DATA"
chmod 700 "$MOT_CUA_DATA"
for part in keys logs quarantine pages; do
  if [ -d "$source/$part" ]; then cp -a "$source/$part" "$MOT_CUA_DATA/$part"; fi
done
if [ -e "$source/record.dump" ]; then
  : "${DATABASE_URL:?this backup came from PostgreSQL; DATABASE_URL names the database to fill}"
  node "$here/../migrate.ts"
  pg_restore --dbname="$DATABASE_URL" --data-only --single-transaction "$source/record.dump"
fi
sync
node "$here/../rebuild.ts"
echo "restore: done; start the server, and look at /readyz"
