import { defineDataset } from 'strapi-plugin-accountability/declare';
import { idColumn, planKeywords } from './shared-columns';

/** Approved ones only; nothing of a commenter but the name given for publication. */
export const comments = defineDataset({
  name: 'comments',
  contentType: 'api::comment.comment',
  key: 'id',
  where: { moderationStatus: ['approved'] },
  visibleWith: 'commitment',
  visibleUnder: 'parent',
  labels: { ka: 'კომენტარები', en: 'Comments' },
  description: {
    ka: 'დამტკიცებული კომენტარები გამოქვეყნებულ ვალდებულებებზე. ელფოსტის მისამართები აქ არ არის.',
    en: 'Approved comments on published commitments. No e-mail address is among them.',
  },
  keywords: [...planKeywords, { ka: 'კომენტარები', en: 'comments' }],
  columns: [
    idColumn,
    {
      name: 'commitment_id',
      type: 'string',
      source: 'commitment.documentId',
      references: { dataset: 'commitments', column: 'id' },
      labels: { ka: 'ვალდებულების იდენტიფიკატორი', en: 'Id of the commitment' },
      description: {
        ka: 'ვალდებულება, რომელზეც კომენტარია; იხილეთ მონაცემთა ნაკრები commitments.',
        en: 'The commitment commented on; see dataset commitments.',
      },
    },
    {
      name: 'parent_id',
      type: 'string',
      source: 'parent.documentId',
      // Of what is hidden not even the id is told.
      where: { moderationStatus: 'approved' },
      references: { dataset: 'comments', column: 'id' },
      labels: { ka: 'კომენტარი, რომელსაც პასუხობს', en: 'Comment answered' },
      description: {
        ka: 'კომენტარი, რომელსაც ეს კომენტარი პასუხობს; ცარიელია, თუ კომენტარი პასუხი არ არის.',
        en: 'The comment this one answers; empty where it answers none.',
      },
    },
    {
      name: 'author_name',
      type: 'string',
      source: 'authorName',
      labels: { ka: 'ავტორი', en: 'Author' },
      description: { ka: 'სახელი, რომელიც ავტორმა მიუთითა.', en: 'The name the author gave.' },
    },
    {
      name: 'body',
      type: 'text',
      source: 'body',
      labels: { ka: 'კომენტარი', en: 'Comment' },
      description: { ka: 'კომენტარის ტექსტი.', en: 'Text of the comment.' },
    },
    {
      name: 'language',
      type: 'string',
      source: 'language',
      labels: { ka: 'ენა', en: 'Language' },
      description: {
        ka: 'ენა, რომელზეც კომენტარი დაიწერა: ka ან en; ძველ კომენტარებს შეიძლება არ ჰქონდეს.',
        en: 'The language the comment was written in: ka or en. Old comments may have none.',
      },
    },
    {
      name: 'official',
      type: 'boolean',
      source: 'official',
      labels: { ka: 'უწყების პასუხი', en: 'Official' },
      description: {
        ka: 'არის თუ არა კომენტარი უწყების ოფიციალური პასუხი.',
        en: 'Whether the comment is the official answer of an agency.',
      },
    },
    {
      name: 'partner_id',
      type: 'string',
      source: 'partner.documentId',
      references: { dataset: 'partners', column: 'id' },
      labels: { ka: 'უწყების იდენტიფიკატორი', en: 'Id of the agency' },
      description: {
        ka: 'უწყება, რომლის სახელითაც ოფიციალური პასუხი გაიცა; იხილეთ მონაცემთა ნაკრები partners.',
        en: 'The agency an official answer was given for; see dataset partners.',
      },
    },
    {
      name: 'created_at',
      type: 'datetime',
      source: 'createdAt',
      labels: { ka: 'დაწერის დრო', en: 'Written at' },
      description: { ka: 'როდის დაიწერა კომენტარი (UTC).', en: 'When the comment was written (UTC).' },
    },
  ],
});
