// Prints what Garmin's official SDK reads of FIT files: a JSON line a message, in the order of the file, then one that says how reading ended.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Decoder, Profile, Stream } from '@garmin/fitsdk';

const wanted = new Set(['fileId', 'record', 'lap', 'length', 'set', 'split', 'session', 'activity', 'hr']);
const names = Object.fromEntries(Object.entries(Profile.MesgNum).map(([name, number]) => [number, name]));
const camel = (name) => name.toLowerCase().replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const print = (value) => console.log(JSON.stringify({ path, ...value }, (_, item) => typeof item === 'bigint' ? Number(item) : item));
  let errors;
  let integrity = false;
  try {
    integrity = new Decoder(Stream.fromByteArray(unpacked)).checkIntegrity();
    const result = new Decoder(Stream.fromByteArray(unpacked)).read({
      convertTypesToStrings: false,
      convertDateTimesToDates: false,
      mergeHeartRates: false,
      mesgListener: (number, message) => {
        const name = names[number] && camel(names[number]);
        if (wanted.has(name)) print({ message: name, fields: message });
      },
    });
    errors = result.errors.map((error) => error.message);
  } catch (error) {
    errors = [error.message];
  }
  print({ message: 'end', integrity, errors });
}
