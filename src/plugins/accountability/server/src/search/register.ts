import type { Core } from '@strapi/strapi';
import { onCommitted } from '../change-log/committed';
import { publicTypes } from '../change-log/public-types';
import { modelOf } from '../datasets/settings';
import { searchConfig, searchError } from './config';
import type { SearchPlace } from './declaration';
import { searchEngine } from './engine';
import { watchedTypes } from './index/affected-documents';
import { ensureTables } from './store/tables';

const TEXTS: readonly string[] = ['string', 'text', 'richtext', 'uid'];

/**
 * Checks the declared search against content types: every text exists and is public, and every type is in the change
 * log.
 * @throws Error that lists every problem; it stops the start
 */
export function registerSearch(strapi: Core.Strapi): void {
  const config = searchConfig(strapi);
  if (!config) return;
  const problems: string[] = [];
  const checkText = (contentType: string, path: string): void => {
    const [name = '', inner] = path.split('.');
    const outer = modelOf(strapi, contentType)?.attributes[name];
    const attribute =
      inner === undefined ? outer : outer?.component && modelOf(strapi, outer.component)?.attributes[inner];
    if (!attribute || !TEXTS.includes(attribute.type))
      problems.push(`"${contentType}" has no text "${path}"`);
    else if (attribute.private || outer?.private) problems.push(`"${path}" of "${contentType}" is private`);
  };
  const checkRelation = (contentType: string, relation: string): string | undefined => {
    const attribute = modelOf(strapi, contentType)?.attributes[relation];
    if (attribute?.type === 'relation' && !attribute.private) return attribute.target;
    problems.push(`"${contentType}" has no public relation "${relation}"`);
    return undefined;
  };
  const checkPlaces = (contentType: string, places: readonly SearchPlace[] = []): void => {
    for (const { relation, code, texts, places: inner } of places) {
      const target = checkRelation(contentType, relation);
      if (target === undefined) continue;
      for (const path of [...texts, ...(code === undefined ? [] : [code])]) checkText(target, path);
      checkPlaces(target, inner);
    }
  };
  for (const { contentType, title, texts, places, visibleWith, visibleUnder } of config.kinds) {
    if (!modelOf(strapi, contentType)) {
      problems.push(`there is no content type "${contentType}"`);
      continue;
    }
    for (const path of [...texts.map((text) => text.path), ...(title === undefined ? [] : [title])]) {
      checkText(contentType, path);
    }
    checkPlaces(contentType, places);
    for (const relation of [visibleWith, visibleUnder]) {
      if (relation !== undefined) checkRelation(contentType, relation);
    }
  }
  if (problems.length === 0) {
    const unlogged = watchedTypes(strapi, config).filter((type) => !publicTypes(strapi).has(type));
    problems.push(...unlogged.map((type) => `"${type}" is in no dataset: its changes would not be noticed`));
  }
  if (problems.length > 0) throw searchError(problems);
}

/** Makes the tables, and has the index follow the content once the server takes requests: commands do not index. */
export async function bootstrapSearch(strapi: Core.Strapi): Promise<void> {
  const engine = searchEngine(strapi);
  if (!engine) return;
  await ensureTables(strapi);
  onCommitted(strapi, () => engine.indexer.trigger());
  strapi.server.httpServer.once('listening', () => engine.indexer.start());
}

/** Waits for the running batch. */
export async function destroySearch(strapi: Core.Strapi): Promise<void> {
  await searchEngine(strapi)?.indexer.stop();
}
