// Measures the memory of the fake server on Linux: uploads, and then status polls.
//   dotnet build -c Release src/StravaTools.FakeStrava && node tests/Benchmarks/WireMock/memory.mjs [uploads] [polls]
// 604,800 polls are a week with a poll each second.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [uploads = 50_000, polls = 604_800] = process.argv.slice(2).map(Number);
const program = new URL('../../../src/StravaTools.FakeStrava/bin/Release/net10.0/StravaTools.FakeStrava.dll', import.meta.url).pathname;
const fake = spawn('dotnet', [program, '--no-limits', '--exit-with-stdin'], { stdio: ['pipe', 'pipe', 'inherit'] });
const [line] = await new Promise((resolve) => createInterface(fake.stdout).once('line', (...lines) => resolve(lines)));
const { url, accessToken } = JSON.parse(line);

const report = (what) => {
  const status = readFileSync(`/proc/${fake.pid}/status`, 'utf8');
  const megabytes = (name) => Math.round(Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024);
  console.log(`${what}: ${megabytes('VmRSS')} MB resident, ${megabytes('VmHWM')} MB at most`);
};

// A run of 200 points in 200 seconds; each upload has its own day and place.
const createFile = (number) => {
  const start = Date.UTC(2020, 0, 1) + number * 3_600_000;
  const points = Array.from({ length: 200 }, (_, second) =>
    `<trkpt lat="${(46 + second * 0.00003).toFixed(6)}" lon="${(6 + (number % 1000) * 0.001).toFixed(6)}"><ele>${400 + (second % 20)}</ele>`
    + `<time>${new Date(start + second * 1000).toISOString()}</time></trkpt>`);
  return `<?xml version="1.0"?><gpx version="1.1" creator="benchmark" xmlns="http://www.topografix.com/GPX/1/1">`
    + `<trk><type>running</type><trkseg>${points.join('')}</trkseg></trk></gpx>`;
};

const headers = { Authorization: `Bearer ${accessToken}` };
let next = 0;
let last;
const upload = async () => {
  while (next < uploads) {
    const number = next++;
    const form = new FormData();
    form.set('data_type', 'gpx');
    form.set('file', new Blob([createFile(number)]), `${number}.gpx`);
    const response = await fetch(`${url}/api/v3/uploads`, { method: 'POST', headers, body: form });
    if (response.status !== 201) throw new Error(`Upload ${number}: ${response.status} ${await response.text()}`);
    const { id } = await response.json();
    last = await (await fetch(`${url}/api/v3/uploads/${id}`, { headers })).json();
    if (!last.activity_id) throw new Error(`Upload ${number}: ${JSON.stringify(last)}`);
    if ((number + 1) % (uploads / 5) === 0) report(`${number + 1} uploads`);
  }
};

report('start');
await Promise.all(Array.from({ length: 8 }, upload));

const first = await (await fetch(`${url}/api/v3/athlete/activities?per_page=1&before=1577836900`, { headers })).json();
const streams = await (await fetch(`${url}/api/v3/activities/${first[0].id}/streams/latlng`, { headers })).json();
console.log(`The first activity still has ${streams[0].original_size} points.`);

// Pipelined, because fetch is slower than the server.
await new Promise((resolve, reject) => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const request = `GET /api/v3/uploads/${last.id} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: ${headers.Authorization}\r\n\r\n`;
  let sent = 0, received = 0;
  const send = () => { const count = Math.min(100, polls - sent); sent += count; socket.write(request.repeat(count)); };
  socket.on('connect', send);
  socket.on('error', reject);
  socket.on('data', (data) => {
    received += data.toString('latin1').split('HTTP/1.1 200').length - 1;
    if (received >= polls) { socket.destroy(); resolve(); } else if (received === sent) send();
  });
});
report(`${polls} polls`);
await new Promise((resolve) => setTimeout(resolve, 12_000));
report('12 s later');
fake.stdin.end();
