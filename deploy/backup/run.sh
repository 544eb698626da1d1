# One run of a backup, for the two scripts that read this. A run becomes visible only whole; photos lie beside all runs, once.
# The database comes first, then the files: every file the database knows is then in the copy.

# begin <backup folder>: $making is where the run is made.
begin() {
  backups=$1
  umask 077
  mkdir -p "$backups/blobs"
  name=$(date -u +%Y-%m-%dT%H%M%S.%3NZ)
  making=$backups/.making-$name
  mkdir "$making"
  trap 'rm -rf "$making"' EXIT
}

# keep <folder> <name>…: what of it is there.
keep() {
  local folder=$1 also
  shift
  for also; do
    if [ -e "$folder/$also" ]; then cp -a "$folder/$also" "$making/"; fi
  done
}

# finish: the run gets its name, which is said.
finish() {
  sync -f "$backups"
  mv -T "$making" "$backups/$name"
  trap - EXIT
  echo "$backups/$name"
}
