import application from './fr.json';
import engine from '../plugins/accountability/words/fr.json';

interface Section {
  readonly [key: string]: string | Section;
}

const messagesOf = (section: Section): string[] =>
  Object.values(section).flatMap((value) => (typeof value === 'string' ? value : messagesOf(value)));

/** Two-part punctuation with nothing, or with a space that may break a line, before it. */
const UNSPACED = /(?:^|[^\u00a0\u202f])[:;!?»](?=\s|$)|«[^\u00a0\u202f]/u;
/** What a program sends, a header or JSON. */
const SENT = /Authorization:|"\w+":/g;

it.each([
  ['the application', application],
  ['the plugin', engine],
])('French messages of %s have a no-break space at colons, semicolons, marks and quotes', (_, words) => {
  const wrong = messagesOf(words as unknown as Section).filter((message) =>
    UNSPACED.test(message.replace(SENT, '')),
  );
  expect(wrong).toEqual([]);
});
