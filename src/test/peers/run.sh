#!/bin/sh
# Has four HL7 senders of others send vital signs to "cytovigil serve", and looks for them in the store.
# Needs: a packaged program (mvn package), npm, and apt-get with dpkg and python3. Nothing is installed outside of a
# temporary folder. Ends with 0 when all passed, 1 when one failed, 77 when something is missing.
set -u
here=$(cd "$(dirname "$0")" && pwd)
program=${CYTOVIGIL:-$here/../../../target/dist/bin/cytovigil}

for tool in npm node apt-get dpkg python3; do
  command -v "$tool" > /dev/null || { echo "skipped: there is no $tool"; exit 77; }
done
[ -x "$program" ] || { echo "skipped: there is no $program; run mvn package first"; exit 77; }

work=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2> /dev/null; wait "$server" 2> /dev/null; fi
  rm -rf "$work"
}
trap finish EXIT

cd "$work" || exit 1
npm install --silent --no-audit --no-fund --prefix "$work" \
  node-hl7-client@3.2.0 simple-hl7@3.3.0 @medplum/hl7@4.5.2 > npm.log 2>&1 \
  || { echo "skipped: npm could not install"; cat npm.log; exit 77; }
{ apt-get download python3-hl7 && dpkg -x python3-hl7_*.deb python; } > apt.log 2>&1 \
  || { echo "skipped: apt-get could not download python3-hl7"; cat apt.log; exit 77; }
cp "$here"/*.mjs "$here"/*.cjs "$work"

"$program" serve --store unit.db --mllp 0 > serve.log 2>&1 &
server=$!
port=
waited=0
while [ -z "$port" ] && [ "$waited" -lt 60 ]; do
  port=$(sed -n 's/.*listening for HL7 messages at .*, port \([0-9]*\).*/\1/p' serve.log)
  waited=$((waited + 1))
  [ -n "$port" ] || sleep 0.5
done
[ -n "$port" ] || { echo "serve did not start"; cat serve.log; exit 1; }

# An admission and vital signs of a patient of that number, in the bed of that number, one file each.
now=$(date -u +%Y%m%d%H%M%S)+0000
messages() {
  printf 'MSH|^~\\&|PEER%s|WARD|||%s||ADT^A01|%s-1|P|2.5\rEVN||%s\rPID|||70%s^^^HOSP^MR||Peer^Sender\rPV1||I|W^%s^1||||||||||||||||V%s\r' \
    "$1" "$now" "$1" "$now" "$1" "$1" "$1" > "$1-1.hl7"
  printf 'MSH|^~\\&|PEER%s|WARD|||%s||ORU^R01|%s-2|P|2.5\rPID|||70%s^^^HOSP^MR\rOBR|1|||vitals|||%s\rOBX|1|NM|8867-4^Heart rate^LN||9%s|/min|||||F\rOBX|2|NM|8310-5^Body temperature^LN||38.%s|Cel|||||F\r' \
    "$1" "$now" "$1" "$1" "$now" "$1" "$1" > "$1-2.hl7"
}

failed=0
check() {
  "$program" timeline --store unit.db --stay "V$1" > "timeline-$1.log" 2>&1
  if grep -q "38\.$1" "timeline-$1.log"; then
    echo "passed: $2"
  else
    echo "FAILED: $2"; cat "send-$1.log" "timeline-$1.log"; failed=1
  fi
}

for peer in 1 2 3 4; do messages "$peer"; done
node node-hl7-client.mjs "$port" 1-1.hl7 1-2.hl7 > send-1.log 2>&1
node simple-hl7.cjs "$port" 2-1.hl7 2-2.hl7 > send-2.log 2>&1
node medplum.mjs "$port" 3-1.hl7 3-2.hl7 > send-3.log 2>&1
for file in 4-1.hl7 4-2.hl7; do
  PYTHONPATH=python/usr/lib/python3/dist-packages \
    python3 -c 'from hl7.client import mllp_send; mllp_send()' --loose --port "$port" --file "$file" localhost
done > send-4.log 2>&1

check 1 "node-hl7-client 3.2.0"
check 2 "simple-hl7 3.3.0"
check 3 "@medplum/hl7 4.5.2"
check 4 "mllp_send of $(basename python3-hl7_*.deb)"
exit "$failed"
