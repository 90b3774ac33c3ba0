/** Keeps a text from being read as Markdown or from ending the table cell it stands in. */
export const plain = (text: string): string =>
  text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

/** A text that stands exactly as it is. One with a backtick is set between two. */
export function code(text: string): string {
  const inCell = text.replaceAll('|', '\\|');
  return inCell.includes('`') ? `\`\` ${inCell} \`\`` : `\`${inCell}\``;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The lines of a table; cells are Markdown already. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(headings),
  row(headings.map(() => '---')),
  ...rows.map(row),
];
