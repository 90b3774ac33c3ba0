import type { Core } from '@strapi/strapi';
import { checkWarningsModels, parseWarningsConfig, type WarningsModel } from './config';
import type { WarningsDeclaration } from './declaration';

/** The application's declarations of warnings, as validated at the start. */
export const declaredWarnings = (strapi: Core.Strapi): readonly WarningsDeclaration[] =>
  parseWarningsConfig(strapi.config.get('plugin::accountability'));

/** @throws Error that lists every problem; it stops the start */
export function registerWarnings(strapi: Core.Strapi): void {
  const models = strapi.contentTypes as Readonly<Record<string, unknown>>;
  checkWarningsModels(declaredWarnings(strapi), (uid) => models[uid] as WarningsModel | undefined);
}
