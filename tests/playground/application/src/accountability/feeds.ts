import type { FeedsDeclaration } from 'strapi-plugin-accountability/declare';

export const feeds: FeedsDeclaration = {
  publisher: { en: 'Town library', fr: 'Bibliothèque municipale' },
  documents: [{ contentType: 'api::book.book', title: 'title' }],
};
