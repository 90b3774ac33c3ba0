import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

/** Where words are: of the application and of the plugin, a file per language. */
export const WORD_FOLDERS = ['src/words', 'src/plugins/accountability/words'];

/** The language that has every message: what another one lacks is read in it. */
export const FALLBACK = 'en';

/** Kinds of elements of a parsed message that are no value; all others name one. */
const TYPE = { literal: 0, pound: 7 };

/** Messages of a file by where they are in it: `site › skip`. */
function flat(tree, at = []) {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? flat(value, [...at, key])
      : [[[...at, key].join(' › '), String(value)]],
  );
}

/**
 * Every word file below the root.
 * @returns {{ folder: string, language: string, messages: Map<string, string> }[]}
 */
export function readWordFiles(root) {
  return WORD_FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => ({
        folder,
        language: path.basename(name, '.json'),
        messages: new Map(flat(JSON.parse(readFileSync(path.join(root, folder, name), 'utf8')))),
      })),
  );
}

/** The English file beside a file. */
export const englishOf = (files, { folder }) =>
  files.find((file) => file.folder === folder && file.language === FALLBACK);

/** Where a file has no message of its own, or an empty one. */
export const missingIn = (file, english) =>
  [...english.messages.keys()].filter((key) => !file.messages.get(key)?.trim());

/**
 * The values a message names, and those of them whose text appears in it: a number may also just choose among plural
 * forms. @throws SyntaxError for a message that is no ICU message
 */
export function placeholdersOf(message, language = FALLBACK) {
  const named = new Set();
  const shown = new Set();
  const visit = (elements, counted) => {
    for (const { type, value, options } of elements) {
      if (type === TYPE.pound) shown.add(counted);
      else if (type !== TYPE.literal) named.add(value);
      if (type !== TYPE.pound && type !== TYPE.literal && !options) shown.add(value);
      for (const option of Object.values(options ?? {})) visit(option.value, value);
    }
  };
  visit(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return { named, shown };
}

/** What is wrong with the messages of a file that are there: a line for each. */
export function faultsIn({ folder, language, messages }, english) {
  return [...messages].flatMap(([key, message]) => {
    const place = `${folder}/${language}.json, ${key}`;
    const original = english.messages.get(key);
    if (original === undefined) return [`${place}: English has no such message; take it out`];
    try {
      if (message.trim() === '') return [];
      const [given, wanted] = [placeholdersOf(message, language), placeholdersOf(original)];
      return [
        ...[...given.named]
          .filter((name) => !wanted.named.has(name))
          .map((name) => `${place}: names {${name}}, which English does not; nothing would be filled in`),
        ...[...wanted.shown]
          .filter((name) => !given.named.has(name))
          .map((name) => `${place}: lacks {${name}}, which English shows`),
      ];
    } catch (error) {
      return [`${place}: is no ICU message (${error.message})`];
    }
  });
}
