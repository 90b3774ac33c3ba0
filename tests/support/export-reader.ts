import { request, type IncomingMessage } from 'node:http';

export interface ExportReader {
  readonly status: number;
  readonly response: IncomingMessage;
  /** Takes so many bytes at most, as a program on a slow line would; false at the end. */
  take(bytes: number): boolean;
  /** Reads on without a pause; the number of bytes, or `cut` for a download that failed. */
  rest(): Promise<number | 'cut'>;
  /** Resolves when the connection is closed: whether all of the file had come. */
  readonly closed: Promise<'whole' | 'cut'>;
  leave(): void;
}

/**
 * Begins a download of which nothing is read but what the test takes.
 * @param from address of the reader, as a proxy sends it
 */
export const startReading = (url: string, from: string): Promise<ExportReader> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent: false, headers: { 'X-Forwarded-For': from } });
    sent.once('error', reject);
    sent.once('response', (response) => {
      response.pause();
      response.on('error', () => undefined);
      const closed = new Promise<'whole' | 'cut'>((done) =>
        response.once('close', () => done(response.complete ? 'whole' : 'cut')),
      );
      resolve({
        status: response.statusCode ?? 0,
        response,
        closed,
        take: (bytes) => {
          response.read(Math.min(bytes, response.readableLength));
          return !response.readableEnded;
        },
        async rest() {
          let bytes = 0;
          response.on('data', (part: Buffer) => (bytes += part.length));
          response.resume();
          return (await closed) === 'whole' ? bytes : 'cut';
        },
        leave: () => sent.destroy(),
      });
    });
    sent.end();
  });
