import { word } from '../words/word';

/** The content types whose public routes are part of the API description, with the names of their documents. */
export const contentApi = [
  { contentType: 'api::commitment.commitment', labels: word('content-types', 'commitment') },
  { contentType: 'api::milestone.milestone', labels: word('content-types', 'milestone') },
  { contentType: 'api::partner.partner', labels: word('content-types', 'partner') },
  { contentType: 'api::action-plan.action-plan', labels: word('content-types', 'action-plan') },
  {
    contentType: 'api::progress-report.progress-report',
    labels: word('content-types', 'progress-report'),
  },
  { contentType: 'api::theme.theme', labels: word('content-types', 'theme') },
];
