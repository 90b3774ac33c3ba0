import type { Core } from '@strapi/strapi';
import type { PanelAbility } from '../workflow/read-permission';
import { assertAllowed, canRead } from '../workflow/read-permission';
import { declaredWarnings } from '../warnings/registry';
import { catalogueStatistics } from '../catalogue/catalogue-statistics';
import { formats } from '../export/formats';
import { openDataPath } from '../export/register';
import { openDataConfig } from '../datasets/settings';
import { datasetsView } from './datasets-view';
import { contentTypeLabels, groupFindings, MAX_FINDINGS, type FindingGroup } from './findings';
import { READ_OPEN_DATA_PAGE } from './permissions';
import { selectionViews } from './selections';

/** `strapi.plugin('accountability').service('openDataPanel')`: data of the panel's open-data page. Read-only. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Running checks, by their content types: concurrent requests share the result. */
  const checking = new Map<string, Promise<FindingGroup[]>>();

  const check = (contentTypes: readonly string[]): Promise<FindingGroup[]> => {
    const key = contentTypes.join();
    const running =
      checking.get(key) ??
      groupFindings(
        strapi.plugin('accountability').service('warnings').ofPublished(contentTypes),
        contentTypeLabels(strapi, openDataConfig(strapi)),
      ).finally(() => checking.delete(key));
    checking.set(key, running);
    return running;
  };

  return {
    /**
     * The datasets with rows, last change and addresses.
     * @param base absolute address of open data
     * @throws WorkflowError 403 without the page's permission
     */
    async datasetsFor(ability: PanelAbility, base: string) {
      assertAllowed(ability, READ_OPEN_DATA_PAGE);
      const facts = await catalogueStatistics(strapi)(base);
      return datasetsView(openDataConfig(strapi), formats, facts, { base, path: openDataPath(strapi) });
    },

    /**
     * Findings in the published content, of the content types the user may read.
     * @throws WorkflowError 403 without the page's permission
     */
    async findingsFor(ability: PanelAbility) {
      assertAllowed(ability, READ_OPEN_DATA_PAGE);
      const readable = declaredWarnings(strapi)
        .map(({ contentType }) => contentType)
        .filter((contentType) => canRead(ability, contentType));
      const groups = await check(readable);
      const total = groups.reduce((sum, group) => sum + group.total, 0);
      return { total, limit: MAX_FINDINGS, groups };
    },

    /** The exportable lists. */
    selections: () => ({ path: openDataPath(strapi), types: selectionViews(openDataConfig(strapi)) }),
  };
};
