import type { Core } from '@strapi/strapi';
import { Analyser } from './analysis/analyser';
import { searchConfig, type SearchConfig } from './config';
import { Indexer } from './index/indexer';
import { Vocabulary } from './index/vocabulary';
import { indexStore, type IndexStore } from './store/index-store';

/** The parts of a running search. */
export interface SearchEngine {
  readonly config: SearchConfig;
  readonly analyser: Analyser;
  readonly vocabulary: Vocabulary;
  readonly store: IndexStore;
  readonly indexer: Indexer;
}

const engines = new WeakMap<Core.Strapi, SearchEngine>();

/** The search of an application; null where none is declared. */
export function searchEngine(strapi: Core.Strapi): SearchEngine | null {
  const config = searchConfig(strapi);
  if (!config) return null;
  let engine = engines.get(strapi);
  if (!engine) {
    const analyser = new Analyser(config.languages);
    const vocabulary = new Vocabulary(strapi);
    const indexer = new Indexer(strapi, config, analyser, vocabulary);
    engine = { config, analyser, vocabulary, store: indexStore(strapi), indexer };
    engines.set(strapi, engine);
  }
  return engine;
}
