import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (list: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([type, target], index) => `<Relationship Id="r${index}" Type="${TYPES}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** For specs: parts of a workbook that are written by hand. */
export interface WorkbookParts {
  /** XML of the rows by sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Names of the sheets that are hidden. */
  readonly hidden?: readonly string[];
  /** By sheet the XML before its rows and behind them. */
  readonly before?: Readonly<Record<string, string>>;
  readonly behind?: Readonly<Record<string, string>>;
  /** XML of the shared strings. */
  readonly strings?: string;
  /** Codes of number formats; cells have them by their index. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

/** For specs: a workbook with these rows. */
export async function workbookFile({
  sheets,
  hidden = [],
  before = {},
  behind = {},
  strings = '',
  formats = [],
  is1904 = false,
  more = {},
}: WorkbookParts): Promise<Buffer> {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns:r="x"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>` +
      names
        .map(
          (name, index) =>
            `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"` +
            `${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['sharedStrings', '/xl/sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml':
      `<styleSheet><numFmts>${formats
        .map(
          (code, index) =>
            `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
        )
        .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
      `<cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`,
    ...more,
  };
  names.forEach((name, index) => {
    const xml = `<worksheet>${before[name] ?? ''}<sheetData>${sheets[name]}</sheetData>${behind[name] ?? ''}</worksheet>`;
    parts[`xl/worksheets/sheet${index + 1}.xml`] ??= xml;
  });
  const zip = new ZipFile();
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path);
  zip.end();
  return buffer(zip.outputStream);
}

/** For specs: XML of a row of inline texts. */
export const textRow = (row: number, ...texts: string[]): string =>
  `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
