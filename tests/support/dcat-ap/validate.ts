import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hostRequire } from '../host';

/** As far as the packages' own terms are used here. */
interface Term {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
}
interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}
export interface Graph {
  readonly size: number;
  addQuad(subject: Term, predicate: Term, object: Term): void;
  removeQuads(quads: Quad[]): void;
  getQuads(subject: string | null, predicate: string | null, object: string | null, graph: null): Quad[];
}
interface Result {
  readonly severity?: Term;
  readonly focusNode?: Term | null;
  readonly path?: Term | null;
  readonly sourceConstraintComponent?: Term;
}

const { Parser, Store } = hostRequire('n3') as {
  Parser: new (options: object) => { parse(text: string): Quad[] };
  Store: new () => Graph;
};
const jsonld = hostRequire('jsonld') as { toRDF(document: object, options: object): Promise<string> };
const { default: Validator } = hostRequire('rdf-validate-shacl') as {
  default: new (shapes: Graph) => { validate(data: Graph): Promise<{ results: Result[] }> };
};

const SHAPES = ['shapes.ttl', 'range.ttl', 'shapes_recommended.ttl'];
const IMPORTS = 'http://www.w3.org/2002/07/owl#imports';
export const DCAT = 'http://www.w3.org/ns/dcat#';
export const TERMS = 'http://purl.org/dc/terms/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Shapes look at the default graph only. */
function graphOf(quads: readonly Quad[]): Graph {
  const graph = new Store();
  for (const { subject, predicate, object } of quads) graph.addQuad(subject, predicate, object);
  return graph;
}

export const turtleGraph = (text: string): Graph =>
  graphOf(new Parser({ baseIRI: 'http://base.example/', blankNodePrefix: 'data_' }).parse(text));

/** @throws for a key its context does not define, and for a context that would have to be fetched */
export async function jsonLdGraph(text: string): Promise<Graph> {
  const quads = await jsonld.toRDF(JSON.parse(text) as object, {
    format: 'application/n-quads',
    safe: true,
    documentLoader: (url: string) => Promise.reject(new Error(`${url} is not part of the document`)),
  });
  return graphOf(new Parser({ format: 'N-Quads', blankNodePrefix: 'data_' }).parse(quads));
}

const shapes = (): Graph =>
  graphOf(
    SHAPES.flatMap((file, index) =>
      new Parser({ baseIRI: `http://shapes.example/${file}`, blankNodePrefix: `shapes${index}_` })
        .parse(readFileSync(path.join(__dirname, file), 'utf8'))
        .filter(({ predicate }) => predicate.value !== IMPORTS),
    ),
  );

const nameOf = (term: Term | null | undefined): string => term?.value.replace(/^.*[#/]/, '') ?? '';

/** How many things of a class of DCAT there are: a graph without any conforms to every shape. */
export const countOf = (graph: Graph, name: string): number =>
  graph.getQuads(null, TYPE, `${DCAT}${name}`, null).length;

/** What the official shapes of DCAT-AP 3.0.1 object to, recommendations too: `Violation accessURL MinCount`. */
export async function objections(graph: Graph): Promise<string[]> {
  const { results } = await new Validator(shapes()).validate(graph);
  const said = results.map(({ severity, path: property, sourceConstraintComponent: rule }) =>
    [nameOf(severity) || 'Violation', nameOf(property), nameOf(rule).replace('ConstraintComponent', '')].join(
      ' ',
    ),
  );
  return [...new Set(said)].sort();
}

/** Languages in which each thing of a class is titled or described, sorted. */
export const languagesOf = (graph: Graph, name: string, property: string): string[] =>
  graph.getQuads(null, TYPE, `${DCAT}${name}`, null).map(({ subject }) =>
    graph
      .getQuads(subject.value, `${TERMS}${property}`, null, null)
      .map(({ object }) => object.language ?? '')
      .sort()
      .join(),
  );
