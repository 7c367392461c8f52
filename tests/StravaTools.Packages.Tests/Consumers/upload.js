// What a test of a client in another language does: start the fake from the package, upload a file, and read its status.
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { readFile } = require('node:fs/promises');
const { createInterface } = require('node:readline');

async function main([version, path]) {
  const fake = spawn('dotnet', ['dnx', `fake-strava@${version}`, '--yes', '--', '--exit-with-stdin'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    for await (const line of createInterface({ input: fake.stdout })) {
      if (line.startsWith('{')) {
        return console.log(JSON.stringify(await upload(JSON.parse(line), path)));
      }
    }
    throw new Error('fake-strava exited without its line.');
  } finally {
    fake.stdin.end();
    await once(fake, 'exit');
  }
}

async function upload({ url, accessToken }, path) {
  const headers = { Authorization: `Bearer ${accessToken}` };
  const form = new FormData();
  form.append('data_type', 'fit');
  form.append('file', new Blob([await readFile(path)]), 'ride.fit');
  const sent = await (await fetch(`${url}/api/v3/uploads`, { method: 'POST', headers, body: form })).json();
  return (await fetch(`${url}/api/v3/uploads/${sent.id}`, { headers })).json();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
