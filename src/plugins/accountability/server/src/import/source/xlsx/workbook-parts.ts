import { posix } from 'node:path';
import type { SourceLimits } from '../limits';
import type { Archive } from './archive';
import { kindOfFormat, type NumberKind } from './number-format';
import { unescapeText } from './text';
import { WorkbookError } from './workbook-error';
import { readSmallXml, readXml } from './xml-part';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  /** What numbers of each cell format are, by its index. */
  readonly kinds: readonly NumberKind[];
  /** Texts that cells refer to by index. */
  readonly strings: readonly string[];
}

interface Relationship {
  readonly type: string;
  readonly target: string;
}

/** Relationships of a part by id. Types are compared by their last word, which both variants of the standard share. */
async function relationshipsOf(
  archive: Archive,
  part: string,
  limits: SourceLimits,
): Promise<Map<string, Relationship>> {
  const folder = posix.dirname(part);
  const found = new Map<string, Relationship>();
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(path)) return found;
  const handler = {
    open: (name: string, attribute: (name: string) => string | undefined) => {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      found.set(attribute('Id') ?? '', {
        type: posix.basename(attribute('Type') ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    close: () => undefined,
  };
  await readSmallXml(archive, path, handler, limits);
  return found;
}

async function kindsOf(archive: Archive, part: string, limits: SourceLimits): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isCellFormats = false;
  const handler = {
    open: (name: string, attribute: (name: string) => string | undefined) => {
      if (name === 'cellXfs') isCellFormats = true;
      else if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'xf' && isCellFormats) ids.push(Number(attribute('numFmtId') ?? 0));
    },
    close: (name: string) => {
      if (name === 'cellXfs') isCellFormats = false;
    },
  };
  await readSmallXml(archive, part, handler, limits);
  return ids.map((id) => kindOfFormat(id, codes));
}

async function stringsOf(archive: Archive, part: string, limits: SourceLimits): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  let text = '';
  let [isText, phonetic] = [false, 0];
  const handler = {
    open: (name: string) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else isText = name === 't' && phonetic === 0;
    },
    close: (name: string) => {
      isText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      strings.push(unescapeText(text));
      characters += text.length;
      if (characters > limits.sharedCharacters) {
        const megabytes = Math.ceil(limits.sharedCharacters / 1024 / 1024);
        throw new WorkbookError('xlsx-too-large', { megabytes });
      }
    },
    text: (part: string) => {
      if (isText) text += part;
    },
  };
  for await (const _ of readXml(archive, part, handler, limits));
  return strings;
}

/** Reads what is common to the sheets of a workbook. Hidden sheets stand last. */
export async function readWorkbook(archive: Archive, limits: SourceLimits): Promise<Workbook> {
  const roots = [...(await relationshipsOf(archive, '', limits)).values()];
  const main = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relationships = await relationshipsOf(archive, main, limits);
  const listed: { name: string; id: string; isHidden: boolean }[] = [];
  let is1904 = false;
  const handler = {
    open: (name: string, attribute: (name: string) => string | undefined) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const isHidden = (attribute('state') ?? 'visible') !== 'visible';
      listed.push({ name: attribute('name') ?? '', id: attribute('id') ?? '', isHidden });
      if (listed.length > limits.sheets) throw new WorkbookError('too-many-sheets', { limit: limits.sheets });
    },
    close: () => undefined,
  };
  await readSmallXml(archive, main, handler, limits);

  const sheets = listed.flatMap(({ name, id, isHidden }): SheetPart[] => {
    const relationship = relationships.get(id);
    return relationship?.type === 'worksheet' ? [{ name, isHidden, part: relationship.target }] : [];
  });
  const partOf = (type: string): string | undefined =>
    [...relationships.values()].find((relationship) => relationship.type === type)?.target;
  const styles = partOf('styles');
  const strings = partOf('sharedStrings');
  return {
    sheets: [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)],
    is1904,
    kinds: styles !== undefined && archive.has(styles) ? await kindsOf(archive, styles, limits) : [],
    strings: strings !== undefined && archive.has(strings) ? await stringsOf(archive, strings, limits) : [],
  };
}
