#!/usr/bin/env bash
# Times, in turn and as whole processes, an empty JavaFX window and the program, each until its first picture stands on the
# screen, and prints the medians and their ratio. Run "mvn -q -DskipTests package" first. Without DISPLAY both run headless.
set -euo pipefail
cd "$(dirname "$0")/../../.."
pairs=${1:-9}
dist=target/dist
java=$(command -v java)
for home in "${CYTOVIGIL_JAVA_HOME:-}" "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/*; do
    if [ -r "$home/release" ] && grep -q '^JAVA_VERSION="25' "$home/release"; then
        java=$home/bin/java
        export CYTOVIGIL_JAVA_HOME=$home
        break
    fi
done
options=""
if [ -z "${DISPLAY:-}" ]; then
    options="-Dglass.platform=Headless -Dprism.order=sw"
fi

milliseconds() {
    local begin end
    begin=$(date +%s%N)
    "$@" >/dev/null 2>&1
    end=$(date +%s%N)
    echo $(((end - begin) / 1000000))
}

empty() {
    # shellcheck disable=SC2086 # several options in one variable are meant
    milliseconds "$java" --module-path=$dist/javafx --add-modules=javafx.base,javafx.graphics,javafx.controls \
        --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC $options \
        -classpath target/test-classes org.cytovigil.build.EmptyWindow
}

program() {
    CYTOVIGIL_JAVA_OPTIONS="-Dcytovigil.endAtFirstPaint=true $options" milliseconds $dist/bin/cytovigil
}

median() {
    sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'
}

empty >/dev/null
program >/dev/null
empties=""
programs=""
ratios=""
for _ in $(seq "$pairs"); do
    e=$(empty)
    p=$(program)
    empties="$empties$e\n"
    programs="$programs$p\n"
    ratios="$ratios$(awk -v p="$p" -v e="$e" 'BEGIN {printf "%.2f", p / e}')\n"
done
printf 'empty window, median of %s: %s ms\n' "$pairs" "$(printf '%b' "$empties" | median)"
printf 'program, median of %s:      %s ms\n' "$pairs" "$(printf '%b' "$programs" | median)"
printf 'ratio, median of pairs:    %s\n' "$(printf '%b' "$ratios" | median)"
