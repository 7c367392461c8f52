// Every call of wiremock-rest-client but shutdown and those that proxy to another server. It ends the process if a call fails.
// Argument: the address of a WireMock server or of the fake server.
const { WireMockRestClient } = require('wiremock-rest-client');
const { send, show } = require('./calls');

const base = process.argv[2];
const wireMock = new WireMockRestClient(base, { logLevel: 'silent', continueOnFailure: true });
const { mappings, requests, scenarios, recordings, global } = wireMock;
const path = '/api/v3/nothing';
const id = '6b2c1c5e-6a34-4f0e-9d0e-2f9c1f0a7d11';
const stub = {
  id,
  request: { method: 'POST', urlPath: path, bodyPatterns: [{ contains: 'data_type' }] },
  response: { status: 429, jsonBody: { message: 'Rate Limit Exceeded' }, headers: { 'Content-Type': 'application/json' } },
  metadata: { owner: 'me' },
};

(async () => {
  await show('resetAll', () => global.resetAll());
  await show('createMapping', () => mappings.createMapping(stub));
  await show('createMapping of a scenario', () => mappings.createMapping({
    scenarioName: 'one', requiredScenarioState: 'Started', newScenarioState: 'two',
    request: { method: 'GET', url: `${path}/scenario` }, response: { status: 202 },
  }));
  await show('getMapping', () => mappings.getMapping(id));
  await show('updateMapping', () => mappings.updateMapping(id, { ...stub, priority: 2 }));
  await show('getAllMappings', () => mappings.getAllMappings());
  await show('findByMetaData', () => mappings.findByMetaData({ matchesJsonPath: { expression: '$.owner', equalTo: 'me' } }));
  await show('matching request', () => send(base, 'POST', path, 'data_type=fit'));
  await show('scenario', () => send(base, 'GET', `${path}/scenario`));
  await show('unmatched request', () => send(base, 'POST', path, 'x').then((reply) => reply.status));
  const all = await show('getAllRequests', () => requests.getAllRequests());
  await show('getRequest', () => requests.getRequest(all.requests[0].id));
  await show('getCount', () => requests.getCount({ method: 'POST', urlPath: path }));
  await show('findRequests', () => requests.findRequests({ method: 'POST', urlPath: path, bodyPatterns: [{ equalTo: 'x' }] }));
  await show('getUnmatchedRequests', () => requests.getUnmatchedRequests());
  await show('getUnmatchedNearMisses', () => requests.getUnmatchedNearMisses());
  await show('removeRequestsByMetadata', () => requests.removeRequestsByMetadata({ matchesJsonPath: '$.owner' }));
  await show('removeRequests', () => requests.removeRequests({ method: 'GET', url: `${path}/scenario` }));
  await show('deleteRequest', () => requests.deleteRequest(all.requests[0].id));
  await show('getAllRequests after the removals', () => requests.getAllRequests());
  await show('getAllScenarios', () => scenarios.getAllScenarios());
  await show('setScenarioState', () => scenarios.setScenarioState('one', 'two'));
  await show('resetScenario', () => scenarios.resetScenario('one'));
  await show('resetAllScenarios', () => scenarios.resetAllScenarios());
  await show('getAllScenarios after the reset', () => scenarios.getAllScenarios());
  await show('getRecordingStatus', () => recordings.getRecordingStatus());
  await show('saveAllMappings', () => mappings.saveAllMappings());
  await show('deleteMapping', () => mappings.deleteMapping(id));
  await show('removeByMetaData', () => mappings.removeByMetaData({ matchesJsonPath: '$.owner' }));
  await show('resetAllMappings', () => mappings.resetAllMappings());
  await show('deleteAllMappings', () => mappings.deleteAllMappings());
  await show('deleteAllRequests', () => requests.deleteAllRequests());
  await show('getAllMappings at the end', () => mappings.getAllMappings());
})();
