import type { DatasetDeclaration } from 'strapi-plugin-accountability/declare';
import { actionPlans } from './datasets/action-plans';
import { comments } from './datasets/comments';
import { commitments } from './datasets/commitments';
import { commitmentPartners, commitmentThemes, milestonePartners } from './datasets/link-tables';
import { milestones } from './datasets/milestones';
import { partners } from './datasets/partners';
import { progressReports } from './datasets/progress-reports';
import { statusHistory } from './datasets/status-history';
import { themes } from './datasets/themes';

/** Every open dataset of the site. */
export const datasets: readonly DatasetDeclaration[] = [
  actionPlans,
  commitments,
  milestones,
  progressReports,
  partners,
  themes,
  comments,
  statusHistory,
  commitmentPartners,
  milestonePartners,
  commitmentThemes,
];
