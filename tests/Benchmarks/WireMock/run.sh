#!/usr/bin/env bash
# Compares status polls of the fake server with WireMock, WireMock.Net, and an empty Kestrel. Requires java, wrk, and npm; see README.md.
#   tests/Benchmarks/WireMock/run.sh [seconds of a round] [rounds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
seconds=${1:-15} rounds=${2:-3}
# One request at a time on few and on many connections, and 16 requests at once.
declare -A kinds=([few]='-c 32' [many]='-c 256' [pipelined]='-c 32 -s pipelined.lua')
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

start_benchmark() { # name, arguments
  local name=$1
  shift
  mkfifo "$work/$name.in"
  dotnet ../bin/Release/net10.0/StravaTools.Benchmarks.dll "$@" < "$work/$name.in" > "$work/$name.log" &
  pids+=($!)
  exec {input}> "$work/$name.in" # stays open until the script ends
}

start_fake() { # name, more options
  local name=$1
  shift
  dotnet ../../../src/StravaTools.FakeStrava/bin/Release/net10.0/StravaTools.FakeStrava.dll --no-limits --first-id 123456 "$@" > "$work/$name.log" &
  pids+=($!)
}

names=(kestrel java1 net1 fake java50 net50 fake50)
start_benchmark kestrel kestrel
start_wiremock 1; start_benchmark net1 wiremock-net 1; start_fake fake
start_wiremock 50; start_benchmark net50 wiremock-net 50; start_fake fake50
declare -A port pid
for i in "${!names[@]}"; do pid[${names[$i]}]=${pids[$i]}; done
port[java1]=$(await 'port: +[0-9]+' "$work/java1.log" | grep -oE '[0-9]+')
port[java50]=$(await 'port: +[0-9]+' "$work/java50.log" | grep -oE '[0-9]+')
for name in kestrel net1 net50 fake fake50; do port[$name]=$(await '(127\.0\.0\.1|localhost):[0-9]+' "$work/$name.log" | cut -d: -f2); done

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

# The processor time of a process in hundredths of a second.
used() { awk '{ print $14 + $15 }' "/proc/${pid[$1]}/stat"; }

# Prints requests per second and microseconds of the server's processor time per request; a wrong answer ends the script.
measure() { # name, kind
  local name=$1 kind=$2 before
  before=$(used "$name")
  # shellcheck disable=SC2086
  wrk -t 1 -d "${seconds}s" ${kinds[$kind]} -H 'Authorization: Bearer fake-access-token' \
    "http://127.0.0.1:${port[$name]}/api/v3/uploads/123456" > "$work/wrk.log"
  if grep -qE 'Non-2xx|Socket errors' "$work/wrk.log"; then cat "$work/wrk.log" >&2; return 1; fi
  awk -v ticks=$(($(used "$name") - before)) \
    '/requests in/ { count = $1 } /Requests\/sec/ { printf "%d %.1f\n", $2, ticks * 10000 / count }' "$work/wrk.log"
}

for name in "${names[@]}"; do
  curl --silent --show-error --fail -H 'Authorization: Bearer fake-access-token' "http://127.0.0.1:${port[$name]}/api/v3/uploads/123456"; echo
  for kind in "${!kinds[@]}" "${!kinds[@]}"; do measure "$name" "$kind" > /dev/null; done # warm
done
echo "load: $(cut -d' ' -f1-3 /proc/loadavg)"
for round in $(seq "$rounds"); do
  for kind in "${!kinds[@]}"; do
    for name in "${names[@]}"; do measure "$name" "$kind" >> "$work/$name.$kind"; done
  done
done

# The median of a column of the rounds.
median() { awk -v column="$2" '{ print $column }' "$1" | sort -n | awk '{ values[NR] = $1 } END { print values[int((NR + 1) / 2)] }'; }
row() { # label, name, reference
  local cells='' kind column
  for kind in few many pipelined; do
    for column in 1 2; do
      local value=$(median "$work/$2.$kind" "$column") reference=$(median "$work/$3.$kind" "$column")
      cells+=" $value ($(awk "BEGIN { printf \"%.2f\", $column == 1 ? $value / $reference : $reference / $value }")) |"
    done
  done
  echo "| $1 |$cells"
}
echo '| Server (in parentheses: times as good as WireMock.Net) | 32 connections | CPU us | 256 | CPU us | pipelined | CPU us |'
echo '|---|--:|--:|--:|--:|--:|--:|'
row 'WireMock.Net, 1 stub' net1 net1
row 'WireMock, 1 stub' java1 net1
row 'empty Kestrel' kestrel net1
row '**fake server**' fake net1
row 'WireMock.Net, 50 stubs' net50 net50
row 'WireMock, 50 stubs' java50 net50
row '**fake server, 50 stubs**' fake50 net50
