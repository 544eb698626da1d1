#!/usr/bin/env bash
# Makes the sample photos and films of this folder anew. Needs ffmpeg, exiftool, heif-enc, cwebp
# (Debian: ffmpeg libimage-exiftool-perl libheif-examples webp). The pictures are drawn test cards; the place is a
# public square; nobody is on them.
set -euo pipefail
cd "$(dirname "$0")"
card() { ffmpeg -v error -f lavfi -i "testsrc2=size=$1:rate=10" "${@:2}"; }
tell() { exiftool -q -q -overwrite_original -n "$@"; }
place="39.9087 116.3975"
when=(-EXIF:Orientation=6 "-EXIF:DateTimeOriginal=2024:06:13 15:20:00" -EXIF:OffsetTimeOriginal=+08:00 -EXIF:Make=Demo)
gps=(-EXIF:GPSLatitude=39.9087 -EXIF:GPSLatitudeRef=N -EXIF:GPSLongitude=116.3975 -EXIF:GPSLongitudeRef=E -EXIF:GPSAltitude=44
  -EXIF:GPSDateStamp=2024:06:13 -EXIF:GPSTimeStamp=07:20:00 -EXIF:GPSProcessingMethod=GPS)
xmp=(-XMP-exif:GPSLatitude=39.9087 -XMP-exif:GPSLongitude=116.3975 -XMP-xmp:Rating=3)

rm -f ./*.jpg ./*.png ./*.webp ./*.heic ./*.mp4 ./*.mov
card 96x64 -frames:v 1 card.png
ffmpeg -v error -i card.png -q:v 8 -bitexact plain.jpg
cp plain.jpg located.jpg && tell "${when[@]}" "${gps[@]}" "${xmp[@]}" located.jpg
cp plain.jpg little-endian.jpg && tell -ExifByteOrder=II "${when[@]}" "${gps[@]}" little-endian.jpg
cp plain.jpg dated.jpg && tell "${when[@]}" -XMP-xmp:Rating=3 dated.jpg
cp card.png located.png && tell "${when[@]}" "${gps[@]}" "${xmp[@]}" located.png
cp card.png packed-text.png && tell -api Compress=1 "${xmp[@]}" packed-text.png
cwebp -quiet -q 40 card.png -o lossy.webp
cwebp -quiet -lossless card.png -o lossless.webp
cp lossy.webp located.webp && tell "${when[@]}" "${gps[@]}" "${xmp[@]}" located.webp
heif-enc -q 70 card.png -o located.heic >/dev/null && tell "${when[@]}" "${gps[@]}" "${xmp[@]}" located.heic
card 96x64 -t 0.4 -c:v libx264 -pix_fmt yuv420p -bitexact -metadata location="+39.9087+116.3975/" -metadata title=演练 located.mp4
card 96x64 -t 0.4 -c:v libx264 -pix_fmt yuv420p -bitexact plain.mp4
cp plain.mp4 located.mov
tell -api QuickTimeUTC "-Keys:GPSCoordinates=$place 44" "-UserData:GPSCoordinates=$place 44" "-Keys:Title=演练" "${xmp[@]}" located.mov
ffmpeg -v error -f lavfi -i "sine=duration=0.2" -c:a aac -bitexact sound-only.mp4
