/** Where the address of those who answer for a document stands: with the organisations that lead it. */
export const responsible = [
  { contentType: 'api::commitment.commitment', relation: 'leadAgencies', email: 'contactEmail' },
  { contentType: 'api::milestone.milestone', relation: 'responsibleAgencies', email: 'contactEmail' },
];
