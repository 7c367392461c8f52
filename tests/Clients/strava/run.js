// Runs npm strava, unmodified, against a fake: node run.js <url> <refresh token> <file.tcx>
// Prints what it read as one line of JSON. Its address is fixed, so fetch leads https://www.strava.com to the fake. Its bodies are of the package
// form-data, which node-fetch sends and the fetch of Node does not.
import { createReadStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Strava } from 'strava'

const [base, refreshToken, file] = process.argv.slice(2)
const send = globalThis.fetch
globalThis.fetch = async (url, options) => {
  const address = String(url).replace('https://www.strava.com/', base)
  if (typeof options.body?.getHeaders !== 'function') return send(address, options)
  const headers = { Authorization: options.headers.Authorization, ...options.body.getHeaders() }
  return send(address, { ...options, headers, body: await buffer(options.body.pipe(new PassThrough())) })
}

let tokens
const strava = new Strava({ client_id: '1', client_secret: 'fake-client-secret', refresh_token: refreshToken, on_token_refresh: issued => { tokens = issued } })
let upload = await strava.uploads.createUpload({ name: 'From a client', data_type: 'tcx', file: createReadStream(file) })
for (let polls = 0; !upload.activity_id && !upload.error && polls < 5; polls++) upload = await strava.uploads.getUploadById({ uploadId: upload.id })
const id = upload.activity_id
const activity = await strava.activities.getActivityById({ id })
const streams = await strava.streams.getActivityStreams({ id, keys: 'distance,heartrate', key_by_type: true })
console.log(JSON.stringify({
  activityId: id,
  athleteId: (await strava.athletes.getLoggedInAthlete()).id,
  name: activity.name,
  activities: (await strava.activities.getLoggedInAthleteActivities({ per_page: 10 })).length,
  laps: (await strava.activities.getLapsByActivityId({ id })).length,
  points: streams.distance.data.length,
  accessToken: tokens.access_token
}))
