import { hostScript } from '../support/host';
import { ROOT, startNode } from '../support/processes';

interface WordFile {
  folder: string;
  language: string;
  messages: Map<string, string>;
}

const { englishOf, faultsIn, missingIn, readWordFiles } = hostScript('scripts/lib/word-files.mjs') as {
  readWordFiles(root: string): WordFile[];
  englishOf(files: readonly WordFile[], file: WordFile): WordFile;
  missingIn(file: WordFile, english: WordFile): string[];
  faultsIn(file: WordFile, english: WordFile): string[];
};

const files = readWordFiles(ROOT);

/** Languages that are shipped, each complete. */
const SHIPPED = ['ar', 'en', 'es', 'fr', 'ka'];

describe('the word files', () => {
  it('are there for the languages that are shipped, of the application and of the plugin', () => {
    for (const folder of ['src/words', 'src/plugins/accountability/words']) {
      expect(files.filter((file) => file.folder === folder).map(({ language }) => language)).toEqual(SHIPPED);
    }
  });

  it.each(files.map((file) => [`${file.folder}/${file.language}.json`, file] as const))(
    '%s has the messages of English, each an ICU message with its placeholders',
    (_, file) => {
      expect(englishOf(files, file).messages.size).toBeGreaterThan(100);
      expect(missingIn(file, englishOf(files, file))).toEqual([]);
      expect(faultsIn(file, englishOf(files, file))).toEqual([]);
    },
  );
});

describe('what is wrong with a word file', () => {
  const file = (language: string, messages: Record<string, string>): WordFile => ({
    folder: 'words',
    language,
    messages: new Map(Object.entries(messages)),
  });
  const english = file('en', {
    hello: 'Hello {name}',
    found: '{count, plural, one {# row} other {# rows}}',
    rows: '{count, plural, one {{number} row} other {{number} rows}}',
  });

  it.each([
    [{ hello: 'Hola {nombre}' }, ['names {nombre}', 'lacks {name}']],
    [{ hello: 'Hola {name' }, ['is no ICU message']],
    [{ found: 'muchas filas' }, ['lacks {count}']],
    [{ goodbye: 'Adiós' }, ['English has no such message']],
    [{ found: '{count, number} filas', rows: '{number} filas', hello: '{name}, hola' }, []],
  ])('%j: %j', (messages, faults) => {
    const found = faultsIn(file('es', messages), english);
    expect(found).toHaveLength(faults.length);
    faults.forEach((fault, index) => expect(found[index]).toContain(fault));
  });

  it('is not what is missing: it falls back to English', () => {
    expect(missingIn(file('es', { hello: '', rows: '{number}' }), english)).toEqual(['hello', 'found']);
  });
});

describe('npm run words', () => {
  const words = (...args: string[]) => startNode(['scripts/words.mjs', ...args]).ended;

  it('counts the messages of each language in each file', async () => {
    const { code, output } = await words();
    expect(output).toMatch(/^src\/words\/ka\.json: (\d+) of \1, 0 missing$/m);
    expect(output).toMatch(/^src\/plugins\/accountability\/words\/ar\.json: (\d+) of \1, 0 missing$/m);
    expect(code).toBe(0);
  });

  it('lists what a language lacks, and says which there are', async () => {
    const lacking = files
      .filter(({ language }) => language === 'es')
      .flatMap((file) =>
        missingIn(file, englishOf(files, file)).map((key) => `${file.folder}/es.json, ${key}: `),
      );
    const spanish = await words('--missing', 'es');
    expect(spanish.code).toBe(0);
    for (const place of lacking) expect(spanish.output).toContain(place);
    expect(spanish.output === 'No message is missing in es.\n').toBe(lacking.length === 0);
    const unknown = await words('--missing', 'xx');
    expect(unknown.code).toBe(1);
    expect(unknown.output).toContain('There is no word file of "xx"; there are ar, en, es, fr, ka.');
    expect((await words('--nope')).output).toContain('npm run words -- --missing LANGUAGE');
  });
});
