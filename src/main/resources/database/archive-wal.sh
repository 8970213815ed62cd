# Copies one full file of the write-ahead log away. $1: its path, $2: its name; runs in the data folder.
# Whole or not at all, on disk before it has its name, never over a different file of that name.
name=$2
# nobody has made a backup of this database yet: there is nothing that the file could be added to
[ -e ../archiving ] || exit 0
folder="$FANGXIN_WAL/$(echo "$name" | cut -c1-8)"
kept="$folder/$name.gz"
fresh="$folder/.$name.new"
if [ -e "$kept" ]; then
  if gzip -dc "$kept" | cmp -s - "$1"; then exit 0; fi
  echo "archive: $kept is there with other content" >&2
elif [ -e ../archive-full ]; then
  echo "archive: no room left in $folder" >&2
elif gzip -c "$1" >"$fresh" && sync "$fresh" && mv "$fresh" "$kept"; then
  sync "$folder"
  exit 0
else
  rm -f "$fresh"
  echo "archive: $name cannot be written into $folder" >&2
fi
# The server keeps what is not archived; the disk must not fill with it, cases come first. The gap is logged by the program.
set -- pg_wal/archive_status/*.ready
[ $# -gt "$FANGXIN_WAL_PATIENCE" ] || exit 1
echo "$name" >>../archive-gap
exit 0
