import { defineVocabulary } from 'strapi-plugin-accountability/declare';

export const shelves = defineVocabulary({
  // What messages call it, such as the setting it is chosen with.
  name: 'SHELVES',
  codes: ['fiction', 'science', 'local-history'],
  attributes: [{ model: 'api::book.book', attribute: 'shelf' }],
  renamed: { region: 'local-history' },
  remedy: 'set SHELVES to the list the books were sorted by',
});
