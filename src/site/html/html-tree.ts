import type { Element, ElementContent, Root } from 'hast';
import type { Schema } from 'hast-util-sanitize' with { 'resolution-mode': 'import' };
import type { DefaultTreeAdapterTypes } from 'parse5' with { 'resolution-mode': 'import' };

type ParsedNode = DefaultTreeAdapterTypes.ChildNode;
type ParsedParent = DefaultTreeAdapterTypes.ParentNode;

/** Allowed HTML. The content of other elements is kept, without the element. */
export const ALLOWED: Schema = {
  tagNames: [
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br'],
    ...['a', 'strong', 'em', 'code', 's', 'sub', 'sup'],
  ],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  // Their tags are removed before; any that remain contain no text for readers.
  strip: ['script', 'style', 'template', 'iframe', 'noscript', 'textarea', 'title', 'svg', 'math'],
  ancestors: {},
  required: {},
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

const hastNode = (node: ParsedNode): ElementContent | null => {
  if ('value' in node) return { type: 'text', value: node.value };
  if (!('tagName' in node)) return null;
  const properties = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return { type: 'element', tagName: node.tagName, properties, children: hastChildren(node) };
};

const hastChildren = (parent: ParsedParent): ElementContent[] =>
  parent.childNodes.map(hastNode).filter((node): node is ElementContent => node !== null);

/** Both libraries are ES modules only. */
async function load() {
  const [{ parseFragment }, { sanitize }] = await Promise.all([
    import('parse5'),
    import('hast-util-sanitize'),
  ]);
  return (html: string): Root =>
    sanitize({ type: 'root', children: hastChildren(parseFragment(html)) }, ALLOWED) as Root;
}

let clean: ((html: string) => Root) | undefined;

/** Loads the Markdown and HTML libraries; once, before the first text. */
export async function loadHtmlTree(): Promise<void> {
  clean ??= await load();
}

/**
 * Parses HTML as browsers do, with allowed elements only. The nesting must be bounded.
 * @throws Error before `loadHtmlTree`
 */
export function htmlTree(html: string): Root {
  if (!clean) throw new Error('Texts are shown after loadHtmlTree().');
  return clean(html);
}

export type { Element, ElementContent, Root };
