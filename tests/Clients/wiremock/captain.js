// Every call of wiremock-captain. Argument: the address of a WireMock server or of the fake server.
const { WireMock } = require('wiremock-captain');
const { send, show } = require('./calls');

const base = process.argv[2];
const mock = new WireMock(base);
const path = '/api/v3/nothing';

(async () => {
  await show('clearAll', async () => (await mock.clearAll()).map((response) => response.status));
  const stub = await show('register', () => mock.register(
    { method: 'POST', endpoint: path, headers: { Authorization: 'Bearer x' }, body: { a: [1, 2] }, queryParameters: { page: '2' } },
    { status: 201, headers: { 'X-A': 'b' }, body: { id: 7 } },
    { requestEndpointFeature: 'urlPath', requestHeaderFeatures: { Authorization: 'matches' }, stubPriority: 3 },
  ));
  await show('register a scenario', () => mock.register(
    { method: 'GET', endpoint: `${path}/scenario` },
    { status: 202, body: 'text' },
    { scenario: { scenarioName: 'one', requiredScenarioState: 'Started', newScenarioState: 'two' }, responseBodyType: 'body' },
  ));
  await show('register a fault', () => mock.register(
    { method: 'GET', endpoint: `${path}/slow` },
    { status: 503 },
    { fixedDelayInMilliseconds: 5 },
  ));
  const headers = { Authorization: 'Bearer x', 'Content-Type': 'application/json' };
  await show('matching request', () => send(base, 'POST', `${path}?page=2`, '{"a":[1,2]}', headers));
  await show('another request', () => send(base, 'POST', `${path}?page=3`, '{"a":[1,2]}', headers).then((reply) => reply.status));
  await show('scenario', () => send(base, 'GET', `${path}/scenario`));
  await show('scenario again', () => send(base, 'GET', `${path}/scenario`).then((reply) => reply.status));
  await show('delayed', () => send(base, 'GET', `${path}/slow`));
  await show('getAllMappings', () => mock.getAllMappings());
  await show('getMapping', () => mock.getMapping(stub.id));
  await show('getAllRequests', () => mock.getAllRequests());
  await show('getRequestsForAPI', () => mock.getRequestsForAPI('GET', `${path}/scenario`));
  await show('getUnmatchedRequests', () => mock.getUnmatchedRequests());
  await show('getAllScenarios', () => mock.getAllScenarios());
  await show('resetAllScenarios', () => mock.resetAllScenarios());
  await show('getAllScenarios after the reset', () => mock.getAllScenarios());
  await show('deleteMapping', () => mock.deleteMapping(stub.id));
  await show('getAllMappings after the deletion', () => mock.getAllMappings());
  await show('clearAllExceptDefault', () => mock.clearAllExceptDefault());
  await show('resetMappings', () => mock.resetMappings());
  await show('clearAllMappings', () => mock.clearAllMappings());
  await show('clearAllRequests', () => mock.clearAllRequests());
  await show('getAllRequests at the end', () => mock.getAllRequests());
})();
