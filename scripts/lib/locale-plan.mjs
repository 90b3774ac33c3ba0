/** How many names of columns a line shows of a dataset. */
const SHOWN = 4;

const some = (names) =>
  names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`
    : names.join(', ');

/** What the addresses of a language are. */
const addresses = (code) =>
  `/?locale=${code}, /api/open-data/changes.atom?locale=${code}, deadlines.ics, summary.json and every export with locale=${code}`;

function* columnLines({ columns }) {
  for (const { dataset, appear, disappear } of columns) {
    const parts = [
      ...(appear.length > 0 ? [`+ ${some(appear)}`] : []),
      ...(disappear.length > 0 ? [`- ${some(disappear)}`] : []),
    ];
    yield `  ${dataset}: ${parts.join('; ')}`;
  }
}

function* documentLines({ documents, code }) {
  if (documents.length === 0) yield `No document has a text in ${code}.`;
  for (const { contentType, documents: all, published, only } of documents) {
    yield `  ${contentType}: ${all} documents, ${published} of them published, ${only} in ${code} only`;
  }
}

function* addLines(plan, apply) {
  const { code, name, before, after, isInDatabase, isOfSite, hasWords } = plan;
  yield `Adding ${code} (${name}).`;
  yield isInDatabase
    ? `The database has it already.`
    : `The database gets it${apply ? '' : ' (--apply)'}: editors can write in it, and the public sees nothing of it.`;
  yield* documentLines(plan);
  if (isOfSite) {
    yield `It is a language of the site: LOCALES=${before.join(',')}.`;
    return;
  }
  yield `It becomes public with LOCALES=${after.join(',')} and a start of every instance. Then there are:`;
  yield `  ${addresses(code)}`;
  if (before.length === 1)
    yield 'Columns of several languages get a suffix, since there is more than one language:';
  else yield 'Columns, in every format and in the metadata:';
  yield* columnLines(plan);
  yield hasWords
    ? `There are words in ${code}; npm run words -- --missing ${code} lists what is in English.`
    : `There are no words in ${code}: pages, feeds and mails say it in English until there are.`;
}

function* removeLines(plan, apply) {
  const { code, name, before, after, isInDatabase, isOfSite, isDefault } = plan;
  yield `Removing ${code} (${name}).`;
  yield* documentLines(plan);
  if (isOfSite && after.length === 0) {
    yield `It is the only language of the site. Add another one first.`;
  } else if (isOfSite) {
    yield `First take it out of the setting: LOCALES=${after.join(',')}, and start every instance. Then there are no more:`;
    yield `  ${addresses(code)}`;
    yield after.length === 1
      ? 'Columns lose their suffix, since there is one language left:'
      : 'Columns, in every format and in the metadata:';
    yield* columnLines(plan);
    yield `Documents that exist in ${code} only are reported as unpublished in changes.ndjson; their texts stay in the database.`;
  } else {
    yield `It is not a language of the site: LOCALES=${before.join(',')}.`;
  }
  if (isDefault) yield `It is the default language of the database: choose another one in the panel first.`;
  if (isInDatabase && !apply) {
    yield `--apply deletes it from the database with all these texts, drafts too, and the documents that have no other. This cannot be undone: back up first.`;
  }
}

/** What `npm run locales` says of a plan, line by line. @param apply whether it is carried out now */
export const localePlanLines = (plan, change, apply) => [
  ...(change === 'add' ? addLines(plan, apply) : removeLines(plan, apply)),
];
