import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fail } from './steps.mjs';

const USAGE = `Usage: npm run import -- FILE… --mapping NAME [options]
       npm run import -- --undo ID
       npm run import -- --list

  --mapping NAME     how the files are read; --list names the mappings
  --dry-run          checks only
  --keep-good        imports what has no errors although other rows have some
  --locale CODE      language of texts whose column names none (the site's first)
  --report FILE      writes every problem and every document concerned to a CSV file
  --encoding NAME    utf-8, utf-16le, utf-16be, windows-1251 or windows-1252 (found out)
  --separator CHAR   , ; | or tab (found out)
  --sheet NAME       the only sheet to read
  --header-row N     row of the header (the first that is not empty)
  --date-order ORDER dmy, mdy or ymd: of dates between slashes, where the mapping does not say it
  --undo ID          takes an import back
  --list             the mappings, and the latest imports with their ids`;

const DATE_ORDERS = ['dmy', 'mdy', 'ymd'];
const SEPARATORS = { ',': ',', ';': ';', '|': '|', tab: '\t', '\t': '\t' };

/**
 * The options of `npm run import`; ends the process with 2 and a line that says why where they make no sense.
 * @param folder what paths are relative to
 */
export async function importOptions(args, folder) {
  const { values, positionals } = parsed(args);
  const { mapping, separator, undo, list, report } = values;
  const isImport = undo === undefined && !list;
  if (undo !== undefined && list) refuse('--undo and --list do not go together.');
  if (!isImport && positionals.length > 0) refuse('Files do not go with --undo or --list.');
  if (isImport && positionals.length === 0) refuse('Name at least one file.');
  if (isImport && mapping === undefined) refuse('Say how the files are read: --mapping NAME.');
  if (separator !== undefined && !Object.hasOwn(SEPARATORS, separator)) {
    refuse('--separator takes , ; | or tab.');
  }
  const headerRow = values['header-row'] === undefined ? undefined : Number(values['header-row']);
  if (headerRow !== undefined && !(Number.isInteger(headerRow) && headerRow >= 1)) {
    refuse('--header-row takes the number of a row, 1 or more.');
  }
  const dateOrder = values['date-order'];
  if (dateOrder !== undefined && !DATE_ORDERS.includes(dateOrder)) {
    refuse(`--date-order takes ${DATE_ORDERS.join(', ')}.`);
  }
  const files = positionals.map((file) => path.resolve(folder, file));
  for (const file of files) {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) fail(`There is no file ${file}.`, 2);
  }
  return {
    files,
    mapping,
    locale: values.locale,
    dryRun: values['dry-run'],
    keepGood: values['keep-good'],
    dateOrder,
    read: {
      encoding: values.encoding,
      sheet: values.sheet,
      headerRow,
      separator: separator === undefined ? undefined : SEPARATORS[separator],
    },
    report: report === undefined ? null : path.resolve(folder, report),
    undo: undo ?? null,
    list,
  };
}

function parsed(args) {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        mapping: text,
        locale: text,
        'dry-run': flag,
        'keep-good': flag,
        encoding: text,
        sheet: text,
        'header-row': text,
        separator: text,
        'date-order': text,
        report: text,
        undo: text,
        list: flag,
      },
    });
  } catch (error) {
    return refuse(error.message);
  }
}

const refuse = (why) => fail(`${why}\n\n${USAGE}`, 2);
