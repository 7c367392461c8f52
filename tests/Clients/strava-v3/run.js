// Runs npm strava-v3, unmodified, against a fake: node run.js <url> <access token> <refresh token> <file.tcx>
// Prints one line of JSON for each call, and exits with 1 at the first that fails. What is set up below is what its users set up to have another host.
const strava = require('strava-v3')
const utility = require('strava-v3/axiosUtility')

const [base, token, refresh, file] = process.argv.slice(2)
utility.setBaseURL(base + 'api/v3/')
utility.axiosInstance.interceptors.request.use(config => {
  if (config.url && config.url.startsWith('https://www.strava.com/')) config.url = config.url.replace('https://www.strava.com/', base)
  return config
})
strava.config({ access_token: token, client_id: '1', client_secret: 'fake-client-secret', redirect_uri: 'http://localhost' })

async function main () {
  const client = new strava.client(token)
  const say = (call, result) => console.log(JSON.stringify({ call, result }))

  const upload = await client.uploads.post({ file, data_type: 'tcx', sport_type: 'Run', name: 'From node', external_id: 'node', maxStatusChecks: 5 })
  say('uploads.post', upload)
  const id = upload.activity_id
  say('uploads.post duplicate', await client.uploads.post({ file, data_type: 'tcx', maxStatusChecks: 5 }))
  say('activities.create', await client.activities.create({
    name: 'By hand', sport_type: 'Hike', start_date_local: '2025-07-01T06:00:00Z', elapsed_time: 3600, distance: 4000, trainer: 0, commute: 1
  }))
  say('activities.update', await client.activities.update({ id, name: 'Renamed', commute: true, trainer: false, gear_id: 'none' }))
  say('activities.get', await client.activities.get({ id, include_all_efforts: true }))
  say('athlete.listActivities', await client.athlete.listActivities({ page: 1, per_page: 10 }))
  say('activities.listLaps', await client.activities.listLaps({ id }))
  say('activities.listZones', await client.activities.listZones({ id }))
  say('streams.activity', await client.streams.activity({ id, keys: ['time', 'heartrate'], key_by_type: true }))
  say('oauth.refreshToken', await strava.oauth.refreshToken(refresh))
  say('rateLimiting', { exceeded: strava.rateLimiting.exceeded(), fraction: strava.rateLimiting.fractionReached() })
  const missing = await client.activities.get({ id: 1 }).then(() => null, error => error)
  say('activities.get missing', { name: missing.name, statusCode: missing.statusCode, data: missing.data })
}

main().catch(error => {
  console.error(error.name, error.message, JSON.stringify(error.data))
  process.exit(1)
})
