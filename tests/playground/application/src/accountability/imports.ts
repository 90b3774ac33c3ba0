import { defineImport, type ImportsDeclaration } from 'strapi-plugin-accountability/declare';

const acquisitions = defineImport({
  name: 'acquisitions',
  labels: { en: 'Acquisitions', fr: 'Acquisitions' },
  description: { en: 'The list of new books.', fr: 'La liste des nouveaux livres.' },
  tables: [
    {
      name: 'books',
      contentType: 'api::book.book',
      keys: [['title']],
      columns: [
        { from: ['Title', 'Book'], to: 'title', locale: 'en', required: true },
        { from: 'Authors', to: 'authors.name', separators: [';'] },
        { from: 'Where', to: 'state(lending)', values: { 'On the shelf': 'available' } },
      ],
    },
  ],
});

export const imports: ImportsDeclaration = {
  mappings: [acquisitions],
  // Reads the files the datasets export, and says how documents are found beside their ids.
  native: {
    labels: { en: 'Exported files', fr: 'Fichiers exportés' },
    description: { en: 'What the exports write.', fr: 'Ce que les exports écrivent.' },
    keys: { books: [['title']], authors: [['name']] },
  },
};
