/** Markup of this module's making: what is in it has been escaped. */
export class Html {
  readonly #text: string;

  /** For this module only: everything else comes by the template tag. */
  constructor(text: string, key: symbol) {
    if (key !== KEY) throw new Error('Markup is made with the template tag `html` only.');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const KEY = Symbol('html');

/** What may stand in a template. Texts and numbers are escaped, nothing is nothing, lists are put together. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** The end of a template's part where an attribute's value would stand without quotes. */
const UNQUOTED = /\s[\w:-]+=$/;
/** HTML has no control characters but tab and line ends. */
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A text as it stands in markup, between tags or in an attribute's quotes; for what makes markup by other means. */
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
 * Template tag for markup: whatever is put in is text, unless it is markup itself. Attributes have to be quoted.
 * @throws Error for a value in an attribute without quotes: a blank in it would begin another one
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

/** Data for machines inside of a page, as a script that is none: `<` cannot end it. */
export const jsonScript = (type: string, data: unknown): Html =>
  new Html(
    `<script type="${escaped(type)}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
    KEY,
  );

/** Contents with something between them; what is nothing is left out. */
export function joined(contents: readonly Content[], between: Content): Html {
  const told = contents.filter((content) => textOf(content) !== '');
  return html`${told.map((content, index) => (index === 0 ? content : [between, content]))}`;
}
