import { defineComments } from 'strapi-plugin-accountability/declare';

export const comments = defineComments({
  contentType: 'api::comment.comment',
  workflow: 'moderation',
});
