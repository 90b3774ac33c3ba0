import { defineWorkflow } from 'strapi-plugin-accountability/declare';

export const lending = defineWorkflow({
  name: 'lending',
  contentType: 'api::book.book',
  field: 'lendingStatus',
  labels: { en: 'Lending', fr: 'Prêt' },
  initial: 'ordered',
  states: [
    { code: 'ordered', labels: { en: 'Ordered', fr: 'Commandé' }, colour: '#5f6b7a' },
    { code: 'available', labels: { en: 'Available', fr: 'Disponible' }, colour: '#1d7a46' },
    { code: 'withdrawn', labels: { en: 'Withdrawn', fr: 'Retiré' }, colour: '#a15c00', terminal: true },
  ],
  transitions: [
    { name: 'receive', labels: { en: 'Receive', fr: 'Recevoir' }, from: ['ordered'], to: 'available' },
    {
      name: 'withdraw',
      labels: { en: 'Withdraw', fr: 'Retirer' },
      from: ['available'],
      to: 'withdrawn',
      reason: 'required',
    },
  ],
});
