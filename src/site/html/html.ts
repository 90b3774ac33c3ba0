/** Markup from this module: its content has been escaped. */
export class Html {
  readonly #text: string;

  /** For this module only: other code uses the template tag. */
  constructor(text: string, key: symbol) {
    if (key !== KEY) throw new Error('Markup is made with the template tag `html` only.');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const KEY = Symbol('html');

/** Values of a template. Texts and numbers are escaped, null values are omitted, lists are concatenated. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** The end of a template's part before an unquoted attribute value. */
const UNQUOTED = /\s[\w:-]+=$/;
/** HTML allows no control characters but tab and line ends. */
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** Escapes a text for HTML content or a quoted attribute; for markup made by other means. */
export const escaped = (text: string): string =>
  text.replace(CONTROLS, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

function textOf(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return value.map(textOf).join('');
}

/**
 * Template tag for markup: every value is escaped, unless it is markup itself. Attributes must be quoted.
 * @throws Error for a value in an unquoted attribute: a space in it would begin another one
 */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    const before = strings[index] ?? '';
    if (UNQUOTED.test(before)) throw new Error(`An attribute needs quotes: …${before.slice(-40)}`);
    text += textOf(value) + (strings[index + 1] ?? '');
  });
  return new Html(text, KEY);
}

/** Data for machines inside of a page, as a script element that is not executed: `<` cannot end it. */
export const jsonScript = (type: string, data: unknown): Html =>
  new Html(
    `<script type="${escaped(type)}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
    KEY,
  );

/** Contents with a separator; empty ones are omitted. */
export function joined(contents: readonly Content[], between: Content): Html {
  const shown = contents.filter((content) => textOf(content) !== '');
  return html`${shown.map((content, index) => (index === 0 ? content : [between, content]))}`;
}
