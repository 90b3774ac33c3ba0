import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { type Language, requestLanguage } from 'strapi-plugin-accountability/server';
import { messageIn } from '../refusals/localized-message';
import { rightsByAbility, type PanelAbility } from './ability-fields';
import { fieldModel } from './model';
import { unreadableStep, withoutUnreadable, type RightsOf } from './nested-fields';
import { queryPaths } from './query-paths';
import { appWords } from '../words/app-words';

const WORDS = appWords.section('readable-fields');

type Query = Readonly<Record<string, unknown>>;
type Ask = (query: Query, action?: unknown) => Promise<unknown>;
type SanitizedQuery = Ask & Readonly<Record<string, Ask>>;

/** The part of Strapi's permission checker that reads of the panel use. */
interface PermissionChecker {
  readonly sanitizedQuery: SanitizedQuery;
  readonly sanitizeOutput: (data: unknown, options?: unknown) => Promise<unknown>;
}

interface PermissionCheckers {
  create(wanted: { userAbility: PanelAbility; model: string }): PermissionChecker;
}

function refused(parameter: string, field: string, language: Language): errors.ValidationError {
  const code = 'FIELD_NOT_READABLE';
  const { message, messages } = messageIn(language, (of) => WORDS.say(of, code, { parameter, field }));
  return new errors.ValidationError(message, { code, parameter, field, messages });
}

/**
 * Makes the panel check the permission to read a field of a related document too: Strapi checks only that of the
 * relation, and lets its readers filter and sort by every field behind it, and read it in lists.
 */
export function guardPanelReads(strapi: Core.Strapi): void {
  const model = fieldModel((uid) => strapi.getModel(uid as UID.Schema)?.attributes as never);
  const checkers = strapi.plugin('content-manager').service('permission-checker') as PermissionCheckers;
  const create = checkers.create.bind(checkers);

  checkers.create = (wanted) => {
    const checker = create(wanted);
    const known = new Map<string, ReturnType<RightsOf>>();
    const rightsOf: RightsOf = (uid) => {
      const rights = known.get(uid);
      if (rights !== undefined) return rights;
      const made = rightsByAbility(strapi, wanted.userAbility, uid);
      known.set(uid, made);
      return made;
    };
    const checked =
      (ask: Ask): Ask =>
      async (query, action) => {
        for (const { parameter, path } of queryPaths(query)) {
          const field = unreadableStep(path, wanted.model, model, rightsOf);
          if (field) throw refused(parameter, field, requestLanguage(strapi));
        }
        return ask(query, action);
      };
    const { sanitizedQuery } = checker;
    const shortcuts = Object.entries(sanitizedQuery).map(([action, ask]) => [action, checked(ask)]);
    return {
      ...checker,
      sanitizedQuery: Object.assign(checked(sanitizedQuery), Object.fromEntries(shortcuts)) as SanitizedQuery,
      sanitizeOutput: async (data, options) =>
        withoutUnreadable(await checker.sanitizeOutput(data, options), {
          uid: wanted.model,
          model,
          rightsOf,
        }),
    };
  };
}
