/** The content types whose public addresses the description of the API lists, with what their documents are called. */
export const contentApi = [
  { contentType: 'api::commitment.commitment', labels: { ka: 'ვალდებულებები', en: 'Commitments' } },
  { contentType: 'api::milestone.milestone', labels: { ka: 'ეტაპები', en: 'Milestones' } },
  { contentType: 'api::partner.partner', labels: { ka: 'ორგანიზაციები', en: 'Organisations' } },
  { contentType: 'api::action-plan.action-plan', labels: { ka: 'სამოქმედო გეგმები', en: 'Action plans' } },
  {
    contentType: 'api::progress-report.progress-report',
    labels: { ka: 'პროგრესის ანგარიშები', en: 'Progress reports' },
  },
  { contentType: 'api::theme.theme', labels: { ka: 'თემები', en: 'Themes' } },
];
