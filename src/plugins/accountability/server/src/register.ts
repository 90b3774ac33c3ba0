import type { Core } from '@strapi/strapi';
import { registerChangeLog } from './change-log/register';
import { addCommentAttributes } from './moderation/add-attributes';
import { registerModeration } from './moderation/register';
import { registerImports } from './import/registry';
import { registerFeeds } from './feeds/register';
import { registerFollow } from './follow/register';
import { registerOpenData } from './export/register';
import { registerSearch } from './search/register';
import { throwAggregated } from './throw-aggregated';
import { registerWarnings } from './warnings/registry';
import { registerSummary } from './summary/register';
import { setEnumerations } from './vocabularies/set-enumerations';
import { registerWorkflows } from './workflow/register';

/**
 * Codes of enumerations and attributes of comments first: datasets may name them. Change log before workflows: its
 * middleware must be outside of theirs.
 */
const STEPS = [
  setEnumerations,
  addCommentAttributes,
  registerOpenData,
  registerFeeds,
  registerSummary,
  registerChangeLog,
  registerWorkflows,
  registerWarnings,
  registerModeration,
  registerImports,
  registerSearch,
  registerFollow,
];

/** @throws Error that lists the problems of all declarations at once, not one kind per start */
const register = ({ strapi }: { strapi: Core.Strapi }): void =>
  throwAggregated(STEPS.map((step) => () => step(strapi)));

export default register;
