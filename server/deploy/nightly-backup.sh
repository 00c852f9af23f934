#!/bin/sh
# Each night one more backup in a folder of backups, its pages linked to the one before. Thirty days stay, and every first of a month.
#
#   BACKUPS=/backup MOT_CUA_DATA=/var/lib/mot-cua [DATABASE_URL=postgres://…] server/deploy/nightly-backup.sh
#
# Nothing old goes unless tonight's is whole. Links hold one copy of a page: another machine must hold a second one.
set -eu
: "${BACKUPS:?BACKUPS names the folder of backups}"
here=$(cd "$(dirname "$0")" && pwd)
list() { find "$BACKUPS" -mindepth 1 -maxdepth 1 -type d -name '20??-??-??' | sort; }
earlier=$(list | tail -n 1)
"$here/backup.sh" "$BACKUPS/$(date -u +%F)" ${earlier:+"$earlier"}
list | grep -v -- '-01$' | head -n -"${KEEP:-30}" | xargs -r -d '\n' rm -rf
