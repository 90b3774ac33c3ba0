import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  to: string[];
  text: string;
}

/** A real SMTP server that keeps what it gets. */
export interface MailServer {
  port: number;
  mails: Mail[];
  /** While true every mail is refused. */
  refusing: boolean;
  /** Recipients of whom the server says that they do not exist. */
  unknown: Set<string>;
  /** While true a mail is taken and never answered, as by a server that hangs. */
  hanging: boolean;
  /** How many mails have been left without an answer. */
  unanswered: number;
  close(): Promise<void>;
}

/** A mail of one part as people read it: the encodings of its headers and its text undone. */
export function readableMail({ text }: Mail): string {
  const end = text.indexOf('\r\n\r\n');
  const bytes = (code: string) => Buffer.from(code.replace(/=/g, ''), 'hex').toString();
  const quoted = /(?:=[0-9A-F]{2})+/g;
  const headers = text
    .slice(0, end)
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=(?:\s+(?==\?UTF-8))?/gi, (_, word: string) =>
      word.replace(/_/g, ' ').replace(quoted, bytes),
    )
    .replace(/=\?UTF-8\?B\?([^?]*)\?=(?:\r\n (?==\?UTF-8))?/gi, (_, word: string) =>
      Buffer.from(word, 'base64').toString(),
    )
    .replace(/\r\n\s+/g, ' ');
  const body = text.slice(end);
  if (/^Content-Transfer-Encoding: base64/im.test(headers)) {
    return headers + Buffer.from(body, 'base64').toString();
  }
  return headers + body.replace(/=\r\n/g, '').replace(quoted, bytes);
}

/** Starts it on this machine; on a free port, unless it is one that was there before. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    // A client that was killed leaves its connection behind.
    closeTimeout: 500,
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error('no such user'), { responseCode: 550 });
      done(mailServer.unknown.has(address) ? refusal : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (mailServer.hanging) {
          mailServer.unanswered += 1;
          return;
        }
        if (mailServer.refusing) {
          done(new Error('451 try later'));
          return;
        }
        mailServer.mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const mailServer: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    mails: [],
    refusing: false,
    unknown: new Set(),
    hanging: false,
    unanswered: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailServer;
}
