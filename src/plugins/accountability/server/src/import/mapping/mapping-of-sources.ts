import type { ImportProblem } from '../problem';
import type { OpenedSource } from '../source/source';
import type { ImportMapping } from './declaration';

/** How sources are read, once they have been looked at. */
export interface ChosenMapping {
  readonly mapping: ImportMapping;
  /** The sources without the tables that problems name. */
  readonly sources: readonly OpenedSource[];
  readonly problems: readonly ImportProblem[];
}

/** A mapping that depends on what it is to read. */
export interface MappingOfSources {
  readonly name: string;
  of(sources: readonly OpenedSource[]): ChosenMapping;
}

/** The mapping of these sources. */
export const mappingFor = (
  mapping: ImportMapping | MappingOfSources,
  sources: readonly OpenedSource[],
): ChosenMapping => ('of' in mapping ? mapping.of(sources) : { mapping, sources, problems: [] });
