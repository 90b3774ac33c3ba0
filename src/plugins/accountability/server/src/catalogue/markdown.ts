/** Escapes a text so that it is not read as Markdown and does not end its table cell. */
export const plain = (text: string): string =>
  text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

/** A text as inline code. One that contains a backtick is delimited by two. */
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
