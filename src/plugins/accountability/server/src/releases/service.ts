import type { Core } from '@strapi/strapi';
import { makeRelease, type ReleaseOutcome } from './make-release';
import { MAKE_RELEASES, READ_RELEASES } from './permissions';
import { ReleaseRefusal } from './refusal';
import { findReleases, type KeptRelease } from './store';

/** Permissions of a user of the panel. */
export interface Ability {
  can(action: string): boolean;
}

function assertMay(ability: Ability, permission: string): void {
  if (!ability.can(permission)) throw new ReleaseRefusal('RELEASE_NOT_ALLOWED', { permission });
}

/** `strapi.plugin('accountability').service('releases')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Makes a release, for the schedule and the command.
   * @throws any failure; there is no release then
   */
  make: (): Promise<ReleaseOutcome> => makeRelease(strapi),

  /**
   * The same for a user of the panel.
   * @throws ReleaseRefusal 403 without the permission, 409 while one is being made
   */
  async makeFor(ability: Ability): Promise<Exclude<ReleaseOutcome, { outcome: 'busy' }>> {
    assertMay(ability, MAKE_RELEASES);
    const result = await makeRelease(strapi);
    if (result.outcome === 'busy') throw new ReleaseRefusal('RELEASE_BUSY');
    return result;
  },

  /** The releases, latest first, for a user of the panel. @throws ReleaseRefusal 403 without the permission */
  async listFor(ability: Ability): Promise<KeptRelease[]> {
    assertMay(ability, READ_RELEASES);
    return (await findReleases(strapi)).reverse();
  },
});
