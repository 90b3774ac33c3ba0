import { iriText, type Graph, type Term, type Thing } from './graph';

function termValue(term: Term): object {
  if ('iri' in term) return { '@id': iriText(term.iri) };
  if ('text' in term) {
    return {
      '@value': term.text,
      ...(term.language && { '@language': term.language }),
      ...(term.datatype && { '@type': term.datatype }),
    };
  }
  return resourceValue(term);
}

const resourceValue = ({ id, type, properties }: Thing): object => ({
  ...(id !== undefined && { '@id': iriText(id) }),
  '@type': type,
  ...Object.fromEntries(
    Object.entries(properties)
      .filter(([, terms]) => terms.length > 0)
      .map(([name, terms]) => [name, terms.map(termValue)]),
  ),
});

/** A graph as JSON-LD 1.1: a context of prefixes only, and each resource as it is. */
export const jsonLd = ({ prefixes, things }: Graph) => ({
  '@context': prefixes,
  '@graph': things.map(resourceValue),
});
