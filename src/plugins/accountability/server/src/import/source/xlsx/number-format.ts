/** What numbers of a format are: days, days with a time, times of a day, or numbers. */
export type NumberKind = 'day' | 'moment' | 'time' | 'number';

/** Formats that every workbook knows by number (ECMA-376, 18.8.30), those of East Asian languages included. */
function builtIn(id: number): NumberKind {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'day';
  if (id === 22) return 'moment';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time';
  return 'number';
}

/** Quoted and escaped characters, colours, conditions, languages, fill and space characters. */
const NOT_PLACEHOLDERS = /"[^"]*"|\\.|\[[^[\]]*\]|[_*]./g;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;

/** Finds from a format's code what its numbers are. `m` beside hours or seconds is minutes. */
export function kindOfCode(code: string): NumberKind {
  const [positive = ''] = code.split(';');
  if (ELAPSED.test(positive)) return 'number';
  const letters = positive.replace(NOT_PLACEHOLDERS, '').toLowerCase().replace('general', '');
  const hasTime = /[hs]/.test(letters.replace('am/pm', 'h'));
  const hasDay = /[yd]/.test(letters) || (letters.includes('m') && !hasTime);
  if (hasDay) return hasTime ? 'moment' : 'day';
  return hasTime ? 'time' : 'number';
}

/** What numbers of a cell format are, by the format's number and the codes the workbook declares. */
export function kindOfFormat(id: number, declared: ReadonlyMap<number, string>): NumberKind {
  const code = declared.get(id);
  return code === undefined ? builtIn(id) : kindOfCode(code);
}
