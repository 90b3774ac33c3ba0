import { homepageOf, type Catalogue } from '../../catalogue/catalogue';
import { dataPackage } from '../../catalogue/datapackage';
import { dictionarySections, provenance } from '../../catalogue/dictionary';
import { code, plain, table } from '../../catalogue/markdown';
import { catalogueDescription, catalogueTitle, publisherName, word } from '../../catalogue/texts';
import type { DatasetDeclaration } from '../../datasets/declaration';
import { say } from '../words';
import type { ArchivedFile } from './zip';

export const DATA_PACKAGE = 'datapackage.json';
export const README = 'README.md';
export const LICENCE = 'LICENSE.txt';
export const SUMS = 'SHA256SUMS';

/** Name of a dataset's file in the archive. */
export const fileName = ({ name }: DatasetDeclaration): string => `${name}.csv`;

/** The data package of the files beside it, with size and digest of each. @param files the dataset's, by name */
export function packageDocument(catalogue: Catalogue, files: readonly ArchivedFile[]): string {
  const found = new Map(files.map((file) => [file.name, file]));
  const document = dataPackage(catalogue, (dataset) => ({
    path: fileName(dataset),
    bytes: found.get(fileName(dataset))?.bytes,
    sha256: found.get(fileName(dataset))?.sha256,
  }));
  return `${JSON.stringify(document, null, 1)}\n`;
}

function readmeIn(catalogue: Catalogue, language: string): string[] {
  const { config, facts } = catalogue;
  const title = plain(catalogueTitle(catalogue)[language] ?? '');
  const heading = (key: string) => say(language, `readme.${key}`);
  const file = (name: string, content: string, rows = '') => [code(name), content, rows];
  return [
    `# ${say(language, 'readme.title', { title, version: facts.revision })}`,
    '',
    plain(catalogueDescription(catalogue)[language] ?? ''),
    '',
    heading('about'),
    '',
    ...provenance(catalogue, language),
    ...(facts.modified ? [`- ${say(language, 'readme.modified', { modified: facts.modified })}`] : []),
    '',
    `## ${heading('files')}`,
    '',
    ...table(
      [heading('file'), heading('content'), heading('rows')],
      [
        ...config.datasets.map((dataset) =>
          file(
            fileName(dataset),
            plain(dataset.labels[language] ?? ''),
            String(facts.datasets[dataset.name]?.rows ?? 0),
          ),
        ),
        file(DATA_PACKAGE, heading('datapackage')),
        file(LICENCE, heading('licence')),
        file(SUMS, say(language, 'readme.sums', { command: code(`sha256sum -c ${SUMS}`) })),
      ],
    ),
    '',
    `${heading('csv')} ${word(language, 'dictionary.rules')}`,
    ...dictionarySections(catalogue, language, (_catalogue, dataset) => [
      say(language, 'readme.inFile', { file: code(fileName(dataset)) }),
    ]),
    '',
  ];
}

const eachLanguage = (catalogue: Catalogue, between: string[], write: (language: string) => string[]) =>
  catalogue.config.languages
    .flatMap((language, index) => [...(index > 0 ? between : []), ...write(language)])
    .join('\n');

/** Description of the archive and of each column, in every language of the site. */
export const readmeDocument = (catalogue: Catalogue): string =>
  eachLanguage(catalogue, ['---', ''], (language) => readmeIn(catalogue, language));

/** Licence of the data, in every language of the site, with the legal text where available. */
export function licenceDocument(catalogue: Catalogue): string {
  const { licenceText } = catalogue.config.openData;
  const terms = licenceTerms(catalogue);
  return licenceText ? `${terms}\n---\n\n${licenceText}\n` : terms;
}

const licenceTerms = (catalogue: Catalogue): string =>
  eachLanguage(catalogue, [''], (language) => {
    const { licence } = catalogue.config.openData;
    const title = catalogueTitle(catalogue)[language] ?? '';
    const spdx = licence.spdx ? ` (SPDX: ${licence.spdx})` : '';
    return [
      say(language, 'licence.heading', { title }),
      '',
      say(language, 'licence.terms', { licence: `${licence.name}${spdx}` }),
      say(language, 'licence.text', { url: licence.url }),
      say(language, 'licence.source', {
        publisher: publisherName(catalogue)[language] ?? '',
        title,
        version: catalogue.facts.revision,
        homepage: homepageOf(catalogue),
      }),
      '',
    ];
  });

/** Checksums in the format of `sha256sum -c`. */
export const sumsDocument = (files: readonly ArchivedFile[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
