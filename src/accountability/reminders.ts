/** Reminders go to the contact address of the organisations that lead a document. */
export const responsible = [
  { contentType: 'api::commitment.commitment', relation: 'leadAgencies', email: 'contactEmail' },
  { contentType: 'api::milestone.milestone', relation: 'responsibleAgencies', email: 'contactEmail' },
];
