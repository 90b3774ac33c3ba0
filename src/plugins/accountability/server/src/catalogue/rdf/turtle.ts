import { iriText, type Graph, type Term, type Thing } from './graph';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A quoted literal, escaped. */
const quote = (text: string): string =>
  `"${text.replace(
    /["\\\u0000-\u001f\u007f]/g,
    (character) =>
      ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )}"`;

function termText(term: Term, indent: string): string {
  if ('iri' in term) return `<${iriText(term.iri)}>`;
  if ('text' in term) {
    if (term.language) return `${quote(term.text)}@${term.language}`;
    return term.datatype ? `${quote(term.text)}^^${term.datatype}` : quote(term.text);
  }
  return `[\n${predicates(term, `${indent}  `)}\n${indent}]`;
}

function predicates({ type, properties }: Thing, indent: string): string {
  const lines = Object.entries(properties)
    .filter(([, terms]) => terms.length > 0)
    .map(([name, terms]) => `${indent}${name} ${terms.map((term) => termText(term, indent)).join(', ')}`);
  return [`${indent}a ${type}`, ...lines].join(' ;\n');
}

/** Serialises a graph as Turtle (RDF 1.1). Names are written unchanged; literals and IRIs are escaped. */
export function turtle({ prefixes, things }: Graph): string {
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const body = things.map((thing) => `<${iriText(thing.id ?? '')}>\n${predicates(thing, '  ')} .`);
  return `${head.join('\n')}\n\n${body.join('\n\n')}\n`;
}
