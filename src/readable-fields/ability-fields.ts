import type { Core, UID } from '@strapi/strapi';

import { READ } from 'strapi-plugin-accountability/server';
import { fieldRights, type FieldRights, type ReadRule } from './rules';

/** Permissions of a user of the panel, or of an admin token. */
export interface PanelAbility {
  rulesFor(action: string, subject: string): readonly ReadRule[];
}

interface ActionProvider {
  get(action: string): { readonly subjects?: readonly string[] | null } | undefined;
  unstable_aliases(action: string, subject: string): readonly string[];
}

/** Fields of a content type that the panel never shows, whatever a role's permissions. */
const isHidden = (strapi: Core.Strapi, uid: string, field: string): boolean => {
  const { config } = strapi.getModel(uid as UID.ContentType) as {
    config?: { attributes?: Readonly<Record<string, { hidden?: boolean } | undefined>> };
  };
  return config?.attributes?.[field]?.hidden === true;
};

/**
 * The fields of a content type that an ability may read in the panel; null for a type without field permissions,
 * such as files and admin users.
 */
export function rightsByAbility(strapi: Core.Strapi, ability: PanelAbility, uid: string): FieldRights | null {
  const { actionProvider } = strapi.service('admin::permission') as { actionProvider: ActionProvider };
  if (!actionProvider.get(READ)?.subjects?.includes(uid)) return null;
  const actions = [READ, ...actionProvider.unstable_aliases(READ, uid)];
  const { everywhere, somewhere } = fieldRights(actions.flatMap((action) => ability.rulesFor(action, uid)));
  const isShown = (field: string) => !isHidden(strapi, uid, field);
  return {
    everywhere: (field) => everywhere(field) && isShown(field),
    somewhere: (field) => somewhere(field) && isShown(field),
  };
}
