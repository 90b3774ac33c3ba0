import { defineDataset } from 'strapi-plugin-accountability/declare';
import { LANGUAGE_CODES } from '../../languages/site-languages';
import { idColumn, planKeywords } from './shared-columns';
import { word } from '../../words/word';

/** Approved comments only; of the author only the name given for publication. */
export const comments = defineDataset({
  name: 'comments',
  contentType: 'api::comment.comment',
  key: 'id',
  where: { moderationStatus: ['approved'] },
  visibleWith: 'commitment',
  visibleUnder: 'parent',
  labels: word('datasets', 'comments.label'),
  description: word('datasets', 'comments.description'),
  keywords: [...planKeywords, word('keywords', 'comments')],
  columns: [
    idColumn,
    {
      name: 'commitment_id',
      type: 'string',
      source: 'commitment.documentId',
      references: { dataset: 'commitments', column: 'id' },
      labels: word('columns', 'commitment_id.label'),
      description: word('columns', 'comments.commitment_id.description'),
    },
    {
      name: 'parent_id',
      type: 'string',
      source: 'parent.documentId',
      // Not even the id of a hidden comment is exported.
      where: { moderationStatus: 'approved' },
      references: { dataset: 'comments', column: 'id' },
      labels: word('columns', 'parent_id.label'),
      description: word('columns', 'parent_id.description'),
    },
    {
      name: 'author_name',
      type: 'string',
      source: 'authorName',
      labels: word('columns', 'author_name.label'),
      description: word('columns', 'author_name.description'),
    },
    {
      name: 'body',
      type: 'text',
      source: 'body',
      labels: word('columns', 'body.label'),
      description: word('columns', 'body.description'),
    },
    {
      name: 'language',
      type: 'string',
      source: 'language',
      labels: word('columns', 'language.label'),
      description: word('columns', 'language.description', { languages: LANGUAGE_CODES.join(', ') }),
    },
    {
      name: 'official',
      type: 'boolean',
      source: 'official',
      labels: word('columns', 'official.label'),
      description: word('columns', 'official.description'),
    },
    {
      name: 'partner_id',
      type: 'string',
      source: 'partner.documentId',
      references: { dataset: 'partners', column: 'id' },
      labels: word('columns', 'comments.partner_id.label'),
      description: word('columns', 'comments.partner_id.description'),
    },
    {
      name: 'created_at',
      type: 'datetime',
      source: 'createdAt',
      labels: word('columns', 'created_at.label'),
      description: word('columns', 'created_at.description'),
    },
  ],
});
