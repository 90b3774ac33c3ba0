import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Section {
  readonly [key: string]: string | Section;
}

const messagesOf = (section: Section): string[] =>
  Object.values(section).flatMap((value) => (typeof value === 'string' ? value : messagesOf(value)));

/** Two-part punctuation with nothing, or with a space that may break a line, before it. */
const UNSPACED = /(?:^|[^\u00a0\u202f])[:;!?»](?=\s|$)|«[^\u00a0\u202f]/u;
/** What a program sends, a header or JSON. */
const SENT = /Authorization:|"\w+":/g;

it.each(['fr.json', '../plugins/accountability/words/fr.json'])(
  'French messages of %s have a no-break space at colons, semicolons, marks and quotes',
  (file) => {
    const words = JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as Section;
    expect(messagesOf(words).filter((message) => UNSPACED.test(message.replace(SENT, '')))).toEqual([]);
  },
);
