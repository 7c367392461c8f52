#!/usr/bin/env bash
# Compares status polls of the fake server with WireMock and WireMock.Net. Requires java, wrk, and npm; see README.md.
#   tests/Benchmarks/WireMock/run.sh [seconds of a round] [rounds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
seconds=${1:-15} rounds=${2:-3} connections=32 threads=1
clients=../../Clients/wiremock
work=$(mktemp -d)
pids=()
end() { for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done; rm -rf "$work"; }
trap end EXIT

[ -d "$clients/node_modules" ] || npm ci --prefix "$clients" --no-audit --no-fund
dotnet build -c Release -v q ../../../src/StravaTools.FakeStrava > /dev/null
dotnet build -c Release -v q .. > /dev/null

# Prints the line of a log that matches, as soon as it is there.
await() { until grep -oE "$1" "$2" | head -1; do sleep 0.2; done; }

# Stubs of WireMock: all have paths of uploads, and the one in the middle matches.
stubs() { # number
  local body='{\"id\":123456,\"id_str\":\"123456\",\"external_id\":\"98765.gpx\",\"error\":null,\"status\":\"Your activity is ready.\",\"activity_id\":123457}'
  for i in $(seq 0 $(($1 - 1))); do
    [ "$i" = $(($1 / 2)) ] && id=123456 || id=$i
    echo "{ \"request\": { \"method\": \"GET\", \"urlPath\": \"/api/v3/uploads/$id\" }, \"response\": { \"status\": 200,
      \"headers\": { \"Content-Type\": \"application/json; charset=utf-8\" }, \"body\": \"$body\" } }"
  done
}

start_wiremock() { # number of stubs
  mkdir -p "$work/java$1/mappings"
  local i=0
  stubs "$1" | while IFS= read -r first && IFS= read -r second; do i=$((i + 1)); echo "$first $second" > "$work/java$1/mappings/$i.json"; done
  java -jar "$clients"/node_modules/wiremock/build/wiremock-standalone-*.jar --port 0 --bind-address 127.0.0.1 --root-dir "$work/java$1" \
    --max-request-journal-entries 1000 --disable-banner > "$work/java$1.log" 2>&1 &
  pids+=($!)
}

start_net() { # number of stubs
  mkfifo "$work/net$1.in"
  dotnet ../bin/Release/net10.0/StravaTools.Benchmarks.dll wiremock-net "$1" < "$work/net$1.in" > "$work/net$1.log" &
  pids+=($!)
  exec {input}> "$work/net$1.in" # stays open until the script ends
}

start_fake() { # name, more options
  local name=$1
  shift
  dotnet ../../../src/StravaTools.FakeStrava/bin/Release/net10.0/StravaTools.FakeStrava.dll --no-limits --first-id 123456 "$@" > "$work/$name.log" &
  pids+=($!)
}

start_wiremock 1; start_wiremock 50; start_net 1; start_net 50; start_fake fake; start_fake fake50
declare -A port
port[java1]=$(await 'port: +[0-9]+' "$work/java1.log" | grep -oE '[0-9]+')
port[java50]=$(await 'port: +[0-9]+' "$work/java50.log" | grep -oE '[0-9]+')
for name in net1 net50 fake fake50; do port[$name]=$(await '(127\.0\.0\.1|localhost):[0-9]+' "$work/$name.log" | cut -d: -f2); done

zcat ../../../module/samples/evening-run.gpx.gz > "$work/run.gpx"
for name in fake fake50; do
  curl --silent --show-error --fail -o /dev/null -H 'Authorization: Bearer fake-access-token' -F data_type=gpx -F external_id=98765 -F "file=@$work/run.gpx" \
    "http://127.0.0.1:${port[$name]}/api/v3/uploads"
done
# Fifty stubs of which none matches: the fake server answers.
for i in $(seq 50); do
  curl --silent --show-error --fail -o /dev/null -d "{\"request\":{\"method\":\"GET\",\"urlPath\":\"/api/v3/uploads/$i\"},\"response\":{\"status\":502}}" \
    "http://127.0.0.1:${port[fake50]}/__admin/mappings"
done

measure() { # name, seconds -> requests a second; a wrong answer ends the script
  wrk -t "$threads" -c "$connections" -d "$2s" -H 'Authorization: Bearer fake-access-token' \
    "http://127.0.0.1:${port[$1]}/api/v3/uploads/123456" > "$work/wrk.log"
  if grep -qE 'Non-2xx|Socket errors' "$work/wrk.log"; then cat "$work/wrk.log" >&2; return 1; fi
  awk '/Requests\/sec/ { printf "%d", $2 }' "$work/wrk.log"
}

names=(java1 net1 fake java50 net50 fake50)
for name in "${names[@]}"; do
  curl --silent --show-error --fail -H 'Authorization: Bearer fake-access-token' "http://127.0.0.1:${port[$name]}/api/v3/uploads/123456"; echo
  measure "$name" "$seconds" > /dev/null # warm
done
echo "load: $(cut -d' ' -f1-3 /proc/loadavg)"
echo '| round | WireMock | WireMock.Net | fake | fake / WireMock | fake / WireMock.Net | WireMock, 50 | WireMock.Net, 50 | fake, 50 | fake / WireMock.Net, 50 |'
echo '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|'
for round in $(seq "$rounds"); do
  declare -A r
  for name in "${names[@]}"; do r[$name]=$(measure "$name" "$seconds"); done
  ratio() { awk "BEGIN { printf \"%.1f\", $1 / $2 }"; }
  echo "| $round | ${r[java1]} | ${r[net1]} | ${r[fake]} | $(ratio "${r[fake]}" "${r[java1]}") | $(ratio "${r[fake]}" "${r[net1]}") \
| ${r[java50]} | ${r[net50]} | ${r[fake50]} | $(ratio "${r[fake50]}" "${r[net50]}") |"
done
