import { defineDataset } from 'strapi-plugin-accountability/declare';

export const authors = defineDataset({
  name: 'authors',
  contentType: 'api::author.author',
  key: 'author_id',
  labels: { en: 'Authors', fr: 'Auteurs' },
  description: { en: 'Everybody who wrote a book.', fr: 'Celles et ceux qui ont écrit un livre.' },
  columns: [
    {
      name: 'author_id',
      type: 'string',
      source: 'documentId',
      required: true,
      unique: true,
      labels: { en: 'Identifier', fr: 'Identifiant' },
      description: { en: 'Identifies the author.', fr: "Identifie l'auteur." },
    },
    {
      name: 'name',
      type: 'string',
      source: 'name',
      required: true,
      labels: { en: 'Name', fr: 'Nom' },
      description: { en: 'As it stands on the books.', fr: "Tel qu'il figure sur les livres." },
    },
  ],
});

export const books = defineDataset({
  name: 'books',
  contentType: 'api::book.book',
  key: 'book_id',
  labels: { en: 'Books', fr: 'Livres' },
  description: { en: 'The books of the library.', fr: 'Les livres de la bibliothèque.' },
  columns: [
    {
      name: 'book_id',
      type: 'string',
      source: 'documentId',
      required: true,
      unique: true,
      labels: { en: 'Identifier', fr: 'Identifiant' },
      description: { en: 'Identifies the book.', fr: 'Identifie le livre.' },
    },
    {
      // One column per language: title_en, title_fr.
      name: 'title',
      type: 'string',
      source: 'title',
      localized: true,
      labels: { en: 'Title', fr: 'Titre' },
      description: { en: 'Title of the book.', fr: 'Titre du livre.' },
    },
    {
      name: 'lending_status',
      type: 'enum',
      source: 'lendingStatus',
      values: [
        { value: 'ordered', labels: { en: 'Ordered', fr: 'Commandé' } },
        { value: 'available', labels: { en: 'Available', fr: 'Disponible' } },
        { value: 'withdrawn', labels: { en: 'Withdrawn', fr: 'Retiré' } },
      ],
      labels: { en: 'Status', fr: 'Statut' },
      description: { en: 'Whether it can be borrowed.', fr: "S'il peut être emprunté." },
    },
    {
      name: 'author_ids',
      type: 'string',
      source: 'authors.documentId',
      separator: '|',
      references: { dataset: 'authors', column: 'author_id' },
      labels: { en: 'Authors', fr: 'Auteurs' },
      description: { en: 'Who wrote it.', fr: "Qui l'a écrit." },
    },
  ],
});
