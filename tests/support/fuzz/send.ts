import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import type { FuzzRequest } from './requests';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly milliseconds: number;
}

/** Sends requests as they are, over connections that are kept. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private count = 0;

  constructor(private readonly url: string) {}

  /** @throws Error where the server ends the connection without an answer */
  send({ method, target, headers, body }: FuzzRequest): Promise<Answer> {
    this.count += 1;
    const { hostname, port } = new URL(this.url);
    // Limits of attempts count by address.
    const address = `10.${(this.count >> 16) & 255}.${(this.count >> 8) & 255}.${this.count & 255}`;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          hostname,
          port,
          method,
          path: target,
          agent: this.agent,
          headers: { ...length, 'x-forwarded-for': address, ...headers },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
              milliseconds: performance.now() - started,
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
