import { NO_LIMITS } from './comments';
import { hostDate } from './host';
import { readableMail, startMailServer, type Mail, type MailServer } from './mail-server';
import { makeCommitment } from './milestones';
import { bootTracker, type Tracker } from './tracker';

export const REQUESTS = 'plugin::accountability.follow-request';
export const FOLLOWERS = 'plugin::accountability.follower';
export const FOLLOWS = 'plugin::accountability.follow';
/** Nothing public may ever hold it. */
export const SECRET_FOLLOWER = 'secret.follower@example.org';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Sent {
  sent: number;
  failed: number;
}

/** An answer of a page. */
export interface FollowAnswer {
  status: number;
  text: string;
  headers: Headers;
}

/** An application whose documents can be followed, with the server that takes the mails. */
export interface Following {
  tracker: Tracker;
  mails: MailServer;
  /** "Open budget". */
  commitment: string;
  /** All that was logged since the start. */
  logged: string[];
  /** How far the time of `run` is ahead of the clock, in days. */
  days: number;
  /** Sends what is due. @param days ahead of the clock, where it is another time than usual */
  run(days?: number): Promise<{ confirmations: Sent; digests: Sent }>;
  /** Sends what is due a day later. */
  nextDay(days?: number): Promise<{ confirmations: Sent; digests: Sent }>;
  /** Sends the form as a browser without scripts does. */
  ask(fields?: Record<string, string>, headers?: Record<string, string>): Promise<FollowAnswer>;
  get(path: string): Promise<FollowAnswer>;
  post(path: string, fields?: Record<string, string>): Promise<FollowAnswer>;
  mailsTo(address: string): Mail[];
  /** Has an address follow a document, the whole road. */
  follow(address: string, fields?: Record<string, string>): Promise<void>;
  move(contentType: string, documentId: string, transition: string, more?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** A mail of several parts as people read it. */
export const readableParts = ({ text, to }: Mail): string =>
  text
    .split(/\r\n--[^\r\n]+(?:\r\n|$)/)
    .map((part) => readableMail({ to, text: part }))
    .join('\n');

/** Path of the page a mail links to, with its parameters; the first of `leave` is that of the header, for all. */
export function linkIn(mail: Mail | undefined, page: 'confirm' | 'leave', nth = 0): string {
  const links = [...readableParts(mail!).matchAll(/https?:\/\/[^\s<>"]+/g)]
    .map(([url]) => new URL(url.replace(/&amp;/g, '&')))
    .filter(({ pathname }) => pathname.startsWith(`/follow/${page}/`));
  const { pathname, search } = links[nth]!;
  return `${pathname}${search}`;
}

/** The address that a mail program's own button sends to, at this application. */
export function oneClick(mail: Mail): string {
  const [, url = ''] = /^List-Unsubscribe: <([^>]+)>/m.exec(readableMail(mail)) ?? [];
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** Boots an application that sends mails to followers. */
export async function bootFollowing(env: Readonly<Record<string, string>> = {}): Promise<Following> {
  const mails = await startMailServer();
  const tracker = await bootTracker({
    env: {
      ...NO_LIMITS,
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mails.port),
      SMTP_FROM: 'tracker@example.org',
      COMMENTS_DIGEST: 'off',
      FOLLOW_ATTEMPTS_PER_ADDRESS: '0',
      FOLLOW_PER_ADDRESS: '0',
      FOLLOW_MAILS_PER_ADDRESS: '0',
      ...env,
    },
  });
  const answered = async (path: string, init: RequestInit = {}): Promise<FollowAnswer> => {
    const response = await fetch(`${tracker.url}${path}`, { redirect: 'manual', ...init });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const following: Following = {
    tracker,
    mails,
    commitment: await makeCommitment(tracker, { title: 'Open budget' }),
    logged: [],
    days: 0,
    run: (days = following.days) =>
      tracker.strapi
        .plugin('accountability')
        .service('follow')
        .run(hostDate(Date.now() + days * DAY_MS)),
    nextDay: (days = 1) => {
      following.days += days;
      return following.run();
    },
    ask: (fields = {}, headers = {}) =>
      answered(`/follow${fields.locale ? `?locale=${fields.locale}` : ''}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({
          subject: following.commitment,
          email: SECRET_FOLLOWER,
          rhythm: 'daily',
          ...fields,
        }),
      }),
    get: (path) => answered(path),
    post: (path, fields = {}) => answered(path, { method: 'POST', body: new URLSearchParams(fields) }),
    mailsTo: (address) => following.mails.mails.filter(({ to }) => to.includes(address)),
    follow: async (address, fields = {}) => {
      expect((await following.ask({ email: address, ...fields })).status).toBe(200);
      await following.run(0);
      const link = linkIn(following.mailsTo(address).at(-1), 'confirm');
      expect((await following.post(link)).status).toBe(200);
      following.mails.mails.length = 0;
    },
    move: (contentType, documentId, transition, more = {}) =>
      tracker.strapi
        .plugin('accountability')
        .service('workflows')
        .move({ contentType, documentId, workflow: 'implementation', transition, ...more }),
    close: async () => {
      await tracker.close();
      await following.mails.close();
    },
  };
  // Each minute it would send what a test is about to.
  tracker.strapi.cron.remove('accountability-follow');
  tracker.strapi.log.on('data', (entry: unknown) => following.logged.push(JSON.stringify(entry)));
  return following;
}
