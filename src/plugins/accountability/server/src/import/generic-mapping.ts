import type { Core } from '@strapi/strapi';
import { modelOf, openDataConfig } from '../datasets/settings';
import { workflowConfig } from '../workflow/registry';
import { GENERIC, genericFields } from './mapping/generic';
import type { MappingOfSources } from './mapping/mapping-of-sources';
import { proposalProblems } from './mapping/proposal-problems';
import { proposeMapping, type ProposalSettings } from './mapping/propose';
import { importsConfig } from './registry';
import type { DateOrder } from './values/date-forms';

const known = new WeakMap<Core.Strapi, ProposalSettings | null>();

/** What sheets nobody has described are matched with; null where the application declares nothing of it. */
export function genericSettings(strapi: Core.Strapi): ProposalSettings | null {
  const found = known.get(strapi);
  if (found !== undefined) return found;
  const { generic } = importsConfig(strapi);
  const { datasets, languages } = openDataConfig(strapi);
  const { workflows } = workflowConfig(strapi);
  const settings = generic && {
    ...generic,
    languages,
    tables: generic.tables.map((declared) => ({
      declared,
      fields: genericFields((uid) => modelOf(strapi, uid), declared, datasets, workflows),
    })),
  };
  known.set(strapi, settings);
  return settings;
}

/** The mapping `generic`, which reads what is matched surely and refuses sheets that lack a required column. */
export function genericMapping(strapi: Core.Strapi, dateOrder?: DateOrder): MappingOfSources | null {
  const settings = genericSettings(strapi);
  if (!settings) return null;
  return {
    name: GENERIC,
    of(sources) {
      const { mapping, sheets } = proposeMapping({ ...settings, dateOrder }, sources);
      const { problems, refused } = proposalProblems(settings, sheets);
      return {
        mapping,
        problems,
        // What is refused is not reported as unread too.
        sources: sources.map((source) => ({
          ...source,
          tables: source.tables.filter((table) => !refused.has(table)),
        })),
      };
    },
  };
}
