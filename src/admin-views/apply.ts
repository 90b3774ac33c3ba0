import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';

import { takeLock } from 'strapi-plugin-accountability/server';
import { COMPONENT_VIEWS, RELATION_MAIN_FIELDS, VIEWS, type ViewDeclaration } from './layouts';
import englishWords from '../words/en.json';

const words = englishWords['admin-views'];

interface FieldMetadata {
  edit: Record<string, unknown>;
  list: Record<string, unknown>;
}

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, FieldMetadata>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

/** The part of Strapi's content manager that stores the configuration of a view. */
interface ModelViews {
  findConfiguration(model: unknown): Promise<Configuration>;
  updateConfiguration(model: unknown, configuration: Configuration): Promise<unknown>;
}

type FieldWords = Record<string, { label: string; hint?: string }>;
const FIELD_WORDS = words.fields as Record<string, FieldWords>;

const DECLARED = createHash('sha256')
  .update(JSON.stringify([VIEWS, COMPONENT_VIEWS, FIELD_WORDS]))
  .digest('hex');

interface Model {
  uid: string;
  attributes: Record<string, { type: string; target?: string }>;
}

/** A model's configuration with our labels, hints, columns and form instead of Strapi's defaults. */
export function configured(
  model: Model,
  current: Configuration,
  view: Partial<ViewDeclaration> & Pick<ViewDeclaration, 'mainField' | 'edit'>,
): Configuration {
  const metadatas = Object.fromEntries(
    Object.entries(current.metadatas).map(([name, metadata]) => {
      const text = FIELD_WORDS[model.uid]?.[name];
      const target = model.attributes[name]?.target;
      const mainField = target ? RELATION_MAIN_FIELDS[target] : undefined;
      const edit = {
        ...metadata.edit,
        ...(text && { label: text.label, description: text.hint ?? '' }),
        ...(view.readOnly?.includes(name) && { editable: false }),
      };
      const list = { ...metadata.list, ...(text && { label: text.label }) };
      return [
        name,
        { edit: mainField ? { ...edit, mainField } : edit, list: mainField ? { ...list, mainField } : list },
      ];
    }),
  );
  return {
    settings: {
      ...current.settings,
      mainField: view.mainField,
      ...(view.sortBy && {
        defaultSortBy: view.sortBy,
        defaultSortOrder: view.sortOrder ?? 'ASC',
        pageSize: 20,
      }),
    },
    metadatas,
    layouts: {
      list: [...(view.list ?? current.layouts.list)],
      edit: view.edit.map((row) => row.map(([name, size]) => ({ name, size }))),
    },
  };
}

/**
 * Configures the content manager's views: in a new database, and again when a release changes the declaration.
 * Changes by an administrator in between are kept. Idempotent, also on two instances at once.
 */
export async function ensureAdminViews(strapi: Core.Strapi): Promise<void> {
  const contentManager = strapi.plugin('content-manager');
  await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as Knex.Transaction, 'admin-views');
    const store = strapi.store({ type: 'core', name: 'open-commitments', key: 'admin-views' });
    if ((await store.get({})) === DECLARED) return;

    const apply = async (service: ModelViews, uid: string, view: Parameters<typeof configured>[2]) => {
      const model = strapi.getModel(uid as never) as unknown as Model;
      await service.updateConfiguration(
        model,
        configured(model, await service.findConfiguration(model), view),
      );
    };
    for (const [uid, view] of Object.entries(VIEWS)) {
      await apply(contentManager.service('content-types'), uid, view);
    }
    for (const [uid, view] of Object.entries(COMPONENT_VIEWS)) {
      await apply(contentManager.service('components'), uid, view);
    }
    await store.set({ value: DECLARED });
  });
}
