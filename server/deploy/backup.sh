#!/bin/sh
# Copies the city's record, pages and keys into a new folder; the server may run meanwhile.
#
#   MOT_CUA_DATA=/var/lib/mot-cua [DATABASE_URL=postgres://…] server/deploy/backup.sh /backup/2026-11-25 [/backup/2026-11-24]
#
# With an earlier backup, pages that lie there are linked instead of copied: each backup is whole, and costs what is new.
# Tables are not copied: they are made again from the record. The order matters: what the city has confirmed stands in its own
# logs, so these are copied first, then the devices' logs, then the pages. Nothing copied speaks of what is not.
set -eu
export LC_ALL=C
: "${MOT_CUA_DATA:?MOT_CUA_DATA names the data folder}"
target=${1:?usage: backup.sh <new folder> [<earlier backup>]}
earlier=${2:-}
[ ! -e "$target" ] || { echo "backup: $target is there already; a backup never writes over another" >&2; exit 1; }
[ -z "$earlier" ] || [ -e "$earlier/SHA256SUMS" ] || { echo "backup: $earlier is no backup" >&2; exit 1; }
work="$target.part"
rm -rf "$work"
mkdir -p "$work"
chmod 700 "$work"

# A key given by MOT_CUA_CITY_KEY is kept by whoever gives it; its owner keeps a copy elsewhere.
if [ -e "$MOT_CUA_DATA/keys/city" ]; then
  mkdir "$work/keys"
  cp -a "$MOT_CUA_DATA/keys/city" "$work/keys/city"
elif [ -z "${MOT_CUA_CITY_KEY:-}" ]; then
  echo "backup: no key of the city in $MOT_CUA_DATA and none in MOT_CUA_CITY_KEY" >&2
  exit 1
fi

if [ -n "${DATABASE_URL:-}" ]; then
  # One snapshot holds all three tables as they were at one moment.
  pg_dump --dbname="$DATABASE_URL" --data-only --format=custom --table=logs --table=log_batches --table=quarantine_lines --file="$work/record.dump"
else
  mkdir "$work/logs" "$work/quarantine"
  for log in "$MOT_CUA_DATA"/logs/city-*.ndjson; do if [ -e "$log" ]; then cp -a "$log" "$work/logs/"; fi; done
  for log in "$MOT_CUA_DATA"/logs/*.ndjson; do
    case "${log##*/}" in city-*) ;; *) if [ -e "$log" ]; then cp -a "$log" "$work/logs/"; fi ;; esac
  done
  for log in "$MOT_CUA_DATA"/quarantine/*.ndjson; do if [ -e "$log" ]; then cp -a "$log" "$work/quarantine/"; fi; done
fi

# Only whole pages: they never change and never go. What has arrived of others is sent again.
# Pages on an S3 store are copied by that store's own means (versioning, replication).
if [ -d "$MOT_CUA_DATA/pages/whole" ]; then
  mkdir "$work/pages"
  if [ -n "$earlier" ] && [ -d "$earlier/pages" ]; then
    rmdir "$work/pages"
    cp -al "$earlier/pages" "$work/pages"
  fi
  (cd "$MOT_CUA_DATA/pages" && find whole -type f ! -name '*.part' -print0 | sort -z) > "$work/pages.list"
  (cd "$work/pages" && find . -type f -printf '%P\0' | sort -z) > "$work/linked.list"
  comm -z -23 "$work/pages.list" "$work/linked.list" > "$work/new.list"
  (cd "$MOT_CUA_DATA/pages" && xargs -0 -r cp -a --parents -t "$work/pages" < "$work/new.list")
  rm "$work/pages.list" "$work/linked.list" "$work/new.list"
fi
(cd "$work" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 -r sha256sum > SHA256SUMS)
# A page's name is its sum: one that rotted is told and left out, so that no backup keeps it as if it were well.
awk '$2 ~ /^\.\/pages\// { name = $2; sub(/.*\//, "", name); if ($1 != name) print $2 }' "$work/SHA256SUMS" > "$work/rotten.list"
while read -r page; do
  echo "backup: unlike its name, left out: $page" >&2
  rm "$work/$page"
  grep -vF "  $page" "$work/SHA256SUMS" > "$work/sums.list"
  mv "$work/sums.list" "$work/SHA256SUMS"
done < "$work/rotten.list"
rotten=$(wc -l < "$work/rotten.list")
rm "$work/rotten.list"
sync
mv "$work" "$target"
sync
echo "backup: $(wc -l < "$target/SHA256SUMS") files in $target"
[ "$rotten" -eq 0 ] || { echo "backup: $rotten pages must be put back from an earlier backup" >&2; exit 3; }
