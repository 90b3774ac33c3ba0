/** Opens the queue, with the authors' addresses, and dismisses reports. */
export const READ_QUEUE = 'plugin::accountability.moderation.queue';
/** Writes official answers; they are published by a move of their author. */
export const ANSWER_OFFICIALLY = 'plugin::accountability.moderation.answer';
/** Erases an author from all comments and reports; irreversible. */
export const ERASE_AUTHOR = 'plugin::accountability.moderation.erase-author';

const action = (uid: string, displayName: string) => ({
  section: 'plugins',
  pluginName: 'accountability',
  subCategory: 'Comments',
  uid: uid.slice('plugin::accountability.'.length),
  displayName,
});

/** The permissions for roles, as Strapi registers them. */
export const QUEUE_ACTIONS = [
  action(READ_QUEUE, 'See the queue of comments with e-mail addresses, and settle reports'),
  action(ANSWER_OFFICIALLY, 'Answer a comment officially, in the name of an agency'),
  action(ERASE_AUTHOR, "Erase a comment's author"),
];
