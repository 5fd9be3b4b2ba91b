#!/bin/sh
# Paints every picture of the documentation anew: src/site/pictures.sh [PROGRAM [FOLDER]]
# from the repository's folder, after mvn package. A test holds that each picture of the pages is
# painted here, and that each line is a command the program understands.
set -eu
program=${1:-target/dist/bin/cytovigil}
folder=${2:-src/site/resources/images}

paint() {
    name=$1
    shift
    "$program" screenshot "$@" --out "$folder/$name.png"
}

paint board --screen board
paint bedside --screen bedside --stay 2
paint alarms --screen alarms
paint alarm-answering --screen bedside --state unacknowledged --size 1280x800 --answer
paint alarm-normal --screen bedside --state normal --size 1280x800
paint alarm-unacknowledged --screen bedside --state unacknowledged --size 1280x800
paint alarm-acknowledged --screen bedside --state acknowledged --size 1280x800
paint alarm-returned-unacknowledged --screen bedside --state returned-unacknowledged --size 1280x800
paint alarm-shelved --screen bedside --state shelved --size 1280x800
paint alarm-suppressed --screen alarms --state suppressed --size 1280x800
paint alarm-out-of-service --screen bedside --state out-of-service --size 1280x800
paint bedside-charting --screen bedside --stay 2 --panel "chart vitals" --size 1280x800
paint unit-hand-over --screen board --panel "unit hand-over" --size 1280x800
paint nurses --screen board --panel nurses --size 1280x800
paint keys --screen bedside --stay 2 --keys --size 1280x800
paint hand-over --screen bedside --stay 2 --panel hand-over --size 1280x800
