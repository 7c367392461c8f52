#!/usr/bin/env bash
# Compares status polls of the fake server with WireMock and one static stub. Requires java, wrk, and npm; see README.md.
#   tests/Benchmarks/WireMock/run.sh [seconds of a round] [rounds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
seconds=${1:-15} rounds=${2:-3} connections=32 threads=1
work=$(mktemp -d)
pids=()
end() { for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done; rm -rf "$work"; }
trap end EXIT

[ -d node_modules ] || npm ci --no-audit --no-fund
dotnet build -c Release -v q ../../../src/StravaTools.FakeStrava > /dev/null

# WireMock: the answer that the fake gives, its journal bounded to 1,000 entries.
mkdir -p "$work/mappings"
cat > "$work/mappings/status.json" <<'JSON'
{ "request": { "method": "GET", "urlPath": "/api/v3/uploads/123456" },
  "response": { "status": 200, "headers": { "Content-Type": "application/json; charset=utf-8" },
    "body": "{\"id\":123456,\"id_str\":\"123456\",\"external_id\":\"98765.gpx\",\"error\":null,\"status\":\"Your activity is ready.\",\"activity_id\":123457}" } }
JSON
java -jar node_modules/wiremock/build/wiremock-standalone-*.jar --port 0 --root-dir "$work" --max-request-journal-entries 1000 --disable-banner \
  > "$work/wiremock.log" 2>&1 &
pids+=($!)
until wiremock=$(grep -oE 'port: +[0-9]+' "$work/wiremock.log" | grep -oE '[0-9]+'); do sleep 0.2; done

# The fake: as a partner application does not see it, so that both send the same answer; limits are counted, and never reached.
dotnet ../../../src/StravaTools.FakeStrava/bin/Release/net10.0/StravaTools.FakeStrava.dll --no-limits --first-id 123456 > "$work/fake.log" &
pids+=($!)
until fake=$(grep -oE '127\.0\.0\.1:[0-9]+' "$work/fake.log" | cut -d: -f2); do sleep 0.2; done
zcat ../../../module/samples/evening-run.gpx.gz > "$work/run.gpx"
curl --silent --show-error --fail -o /dev/null -H 'Authorization: Bearer fake-access-token' -F data_type=gpx -F external_id=98765 -F "file=@$work/run.gpx" \
  "http://127.0.0.1:$fake/api/v3/uploads"

measure() { # port, seconds -> requests a second; a wrong answer ends the script
  wrk -t "$threads" -c "$connections" -d "$2s" -H 'Authorization: Bearer fake-access-token' "http://127.0.0.1:$1/api/v3/uploads/123456" > "$work/wrk.log"
  if grep -qE 'Non-2xx|Socket errors' "$work/wrk.log"; then cat "$work/wrk.log" >&2; return 1; fi
  awk '/Requests\/sec/ { printf "%d", $2 }' "$work/wrk.log"
}

for port in "$wiremock" "$fake"; do
  curl --silent --show-error --fail -H 'Authorization: Bearer fake-access-token' "http://127.0.0.1:$port/api/v3/uploads/123456"; echo
  measure "$port" 20 > /dev/null # both warmed for 20 s
done
echo '| round | WireMock | fake | times |'
echo '|---|--:|--:|--:|'
for round in $(seq "$rounds"); do
  w=$(measure "$wiremock" "$seconds") f=$(measure "$fake" "$seconds")
  echo "| $round | $w | $f | $(awk "BEGIN { printf \"%.1f\", $f / $w }") |"
done
