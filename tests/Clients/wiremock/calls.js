// What the two scripts share: a call and its result, or its error, as a line of JSON.
exports.show = async (call, run) => {
  let line;
  try {
    const result = await run();
    line = { call, result: result && typeof result.status === 'number' && result.url ? result.status : result ?? null };
  } catch (error) {
    line = { call, error: error.constructor.name };
  }
  console.log(JSON.stringify(line));
  return line.result;
};

// A request to a stub, as the program under test sends it.
exports.send = async (base, method, path, body, headers = {}) => {
  const response = await fetch(new URL(path, base), { method, body, headers });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};
