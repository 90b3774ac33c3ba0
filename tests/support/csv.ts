/** Rows of a CSV text as RFC 4180 has it, by header. Independent of the writer it judges. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[index + 1] === '"') cell += text[(index += 1)];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    } else if (sign !== '\r') cell += sign;
  }
  if (cell || row.length > 0) throw new Error('The last line of the CSV does not end');
  const [header = [], ...records] = rows;
  return records.map((record) => {
    if (record.length !== header.length)
      throw new Error(`A row of ${record.length} cells under ${header.length}`);
    return Object.fromEntries(header.map((name, index) => [name, record[index]!]));
  });
}
