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
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mailServer: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    mails: [],
    refusing: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailServer;
}
