/** Opens the queue, with the authors' addresses, and puts reports aside. */
export const READ_QUEUE = 'plugin::accountability.moderation.queue';
/** Writes official answers; they are published by the move of who writes them. */
export const ANSWER_OFFICIALLY = 'plugin::accountability.moderation.answer';
/** Takes an author out of all comments and reports; it cannot be taken back. */
export const ERASE_AUTHOR = 'plugin::accountability.moderation.erase-author';

const action = (uid: string, displayName: string) => ({
  section: 'plugins',
  pluginName: 'accountability',
  subCategory: 'Comments',
  uid: uid.slice('plugin::accountability.'.length),
  displayName,
});

/** What an administrator can give to roles, as Strapi registers it. */
export const QUEUE_ACTIONS = [
  action(READ_QUEUE, 'See the queue of comments with e-mail addresses, and settle reports'),
  action(ANSWER_OFFICIALLY, 'Answer a comment officially, in the name of an agency'),
  action(ERASE_AUTHOR, "Erase a comment's author"),
];
