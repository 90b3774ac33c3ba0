import { createAdmin } from './accounts';
import { NO_LIMITS, sendComment, writtenComment } from './comments';
import { hostDate } from './host';
import { readableMail, startMailServer, type Mail, type MailServer } from './mail-server';
import { makeCommitment } from './milestones';
import { bootTracker, type Tracker } from './tracker';

export const NOTICE = 'plugin::accountability.comment-notice';
/** The only one who gets digests. */
export const MODERATOR = 'moderator@example.org';

interface Sent {
  sent: number;
  failed: number;
}

/** What was sent in one round. */
export interface Notified {
  authors: Sent;
  moderators: Sent & { logged: number };
}

/** An application that sends mails about comments, with the server that takes them. */
export interface Notices {
  tracker: Tracker;
  /** What takes the mails; another one may take its place. */
  mails: MailServer;
  /** "Open budget": what comments are sent to. */
  commitment: string;
  /** All that was logged since the test began. */
  logged: string[];
  /** How far the time of `notify` is ahead of the clock. */
  minutes: number;
  /** Sends what is due. */
  notify(now?: Date): Promise<Notified>;
  /** Sends what is due later than all that was before. @param by minutes */
  later(by?: number): Promise<Notified>;
  mailsTo(address: string): Mail[];
  /** Mails to anybody but the moderator. */
  toAuthors(): Mail[];
  /** Sends a comment whose author wants to be notified of the decision; its documentId. */
  send(data?: object): Promise<string>;
  /** As if the last digest had gone out just now: comments are written in real time. */
  digestJustNow(): Promise<unknown>;
  /** The address by which the mails end, at this application. */
  linkIn(mail: Mail): string;
  /** Sends what other tests left, and discards it. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Boots the application with a mail server, a moderator, and two users of the panel who get no mails.
 * @param languages of the site, where they are others than usual
 * @param env more settings
 */
export async function bootNotices(
  languages?: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Notices> {
  const mails = await startMailServer();
  const tracker = await bootTracker({
    env: {
      ...NO_LIMITS,
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mails.port),
      SMTP_FROM: 'tracker@example.org',
      COMMENTS_DIGEST: 'immediately',
      ...(languages && { LOCALES: languages.join(',') }),
      ...env,
    },
  });
  const notices: Notices = {
    tracker,
    mails,
    commitment: await makeCommitment(tracker, { title: 'Open budget', languages }),
    logged: [],
    minutes: 0,
    notify: (now = hostDate(Date.now() + notices.minutes * 60_000)) =>
      tracker.strapi.plugin('accountability').service('moderation').notify(now),
    later: (by = 5) => {
      notices.minutes += by;
      return notices.notify();
    },
    mailsTo: (address) => notices.mails.mails.filter(({ to }) => to.includes(address)),
    toAuthors: () => notices.mails.mails.filter(({ to }) => !to.includes(MODERATOR)),
    send: async (data = {}) => {
      const comment = { ...writtenComment(), wantsNotice: true, ...data };
      const answer = await sendComment(tracker, notices.commitment, comment);
      expect(answer.status).toBe(201);
      return answer.body.data!.documentId;
    },
    digestJustNow: () =>
      tracker.strapi.db
        .query(NOTICE)
        .updateMany({ where: { kind: 'digest' }, data: { told: new Date().toISOString() } }),
    linkIn: (mail) => {
      const [, url = ''] = /^List-Unsubscribe: <([^>]+)>/m.exec(readableMail(mail)) ?? [];
      return `${tracker.url}${new URL(url).pathname}`;
    },
    begin: async () => {
      await notices.later();
      notices.mails.mails.length = 0;
      notices.logged.length = 0;
    },
    close: async () => {
      await tracker.close();
      await notices.mails.close();
    },
  };
  tracker.strapi.log.on('data', (entry: unknown) => notices.logged.push(JSON.stringify(entry)));
  await createAdmin(tracker, { roles: ['tracker-moderator'], email: MODERATOR });
  await createAdmin(tracker, { roles: ['strapi-editor'], email: 'editor@example.org' });
  const gone = await createAdmin(tracker, { roles: ['tracker-moderator'], email: 'gone@example.org' });
  await tracker.strapi.db.query('admin::user').update({ where: { id: gone.id }, data: { isActive: false } });
  return notices;
}
