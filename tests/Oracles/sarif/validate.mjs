// Prints what is wrong with the SARIF on standard input, a line each.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const schema = new URL(`node_modules/@microsoft/sarif-multitool-${process.platform}/sarif-2.1.0.json`, import.meta.url);
const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema)));
if (!validate(JSON.parse(readFileSync(0)))) {
  validate.errors.forEach(error => console.log(`${error.instancePath}: ${error.message}`));
}
