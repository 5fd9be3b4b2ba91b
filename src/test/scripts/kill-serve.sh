#!/bin/sh
# Kills the gateway N times at random moments while four senders write, and looks after each kill whether every
# acknowledged message is in the store exactly once and the store is sound. It can be ended at any time: started again
# with the same folder it goes on where it was. One line a kill stands in FOLDER/kills.log.
#
#   mvn test-compile && src/test/scripts/kill-serve.sh FOLDER [N]
set -eu
folder=${1:?name a folder for the stores and the log}
kills=${2:-1000}
home=$(cd "$(dirname "$0")/../../.." && pwd)
classes=${CYTOVIGIL_CLASSES:-$home/target}
if [ ! -f "$classes/test.classpath" ]; then
    (cd "$home" && mvn -B -q dependency:build-classpath -Dmdep.outputFile="$classes/test.classpath")
fi
exec java --enable-native-access=ALL-UNNAMED \
    -classpath "$classes/test-classes:$classes/classes:$(cat "$classes/test.classpath")" \
    org.cytovigil.cli.KilledServe "$folder" "$kills"
