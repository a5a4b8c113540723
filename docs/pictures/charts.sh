#!/usr/bin/env bash
# Sets the PDF's chart of each type, and its map, beside Word's, as LibreOffice draws it. Needs soffice, pdftoppm and montage.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp charts.yaml ../../examples/neighbourhoods.geojson "$work"
../../.venv/bin/csp-docs build "$work/charts.yaml" --out "$work" >/dev/null
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work/word" "$work/charts.docx" >/dev/null
number=0
for type in column bar stacked_column stacked_bar line pie map; do
  number=$((number + 1))
  height=$([[ $type == map ]] && echo 410 || echo 284)
  for side in "$work" "$work/word"; do
    pdftoppm -r 72 -f $number -l $number -x 60 -y 106 -W 475 -H $height -png -singlefile "$side/charts.pdf" "$side/$type"
  done
  montage "$work/$type.png" "$work/word/$type.png" -tile 2x1 -geometry +4+4 -background '#999999' -colors 64 -strip "chart-$type.png"
done
