#!/usr/bin/env node
/**
 * `npm run words`: how many messages each language has and lacks, by word file.
 * `npm run words -- --missing es` lists what Spanish lacks, with the English text that is shown instead.
 * Exit code 1 where a message is wrong or English itself lacks one; missing ones are no fault.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fail } from './lib/steps.mjs';
import { englishOf, faultsIn, missingIn, readWordFiles } from './lib/word-files.mjs';

const print = (line) => process.stdout.write(`${line}\n`);

let options;
try {
  options = parseArgs({ options: { missing: { type: 'string' } } }).values;
} catch (error) {
  fail(`${error.message}\nUse: npm run words, or npm run words -- --missing LANGUAGE`);
}

const files = readWordFiles(fileURLToPath(new URL('..', import.meta.url)));
const languages = [...new Set(files.map(({ language }) => language))];

if (options.missing !== undefined) {
  if (!languages.includes(options.missing)) {
    fail(`There is no word file of "${options.missing}"; there are ${languages.join(', ')}.`);
  }
  const missing = files
    .filter(({ language }) => language === options.missing)
    .flatMap((file) => {
      const { messages } = englishOf(files, file);
      const keys = missingIn(file, { messages });
      return keys.map((key) => `${file.folder}/${file.language}.json, ${key}: ${messages.get(key)}`);
    });
  for (const line of missing) print(line);
  if (missing.length === 0) print(`No message is missing in ${options.missing}.`);
} else {
  for (const file of files) {
    const english = englishOf(files, file);
    const missing = missingIn(file, english).length;
    const all = english.messages.size;
    print(`${file.folder}/${file.language}.json: ${all - missing} of ${all}, ${missing} missing`);
  }
}

const faults = files.flatMap((file) => faultsIn(file, englishOf(files, file)));
if (faults.length > 0) fail(faults.join('\n'));
