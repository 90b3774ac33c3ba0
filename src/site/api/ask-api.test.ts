import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa, { type Context, type Middleware } from 'koa';
import { ApiFailure, askApiAgain, NotThere, type AskApiAgain } from './ask-api';

const NOTHING: Middleware = async () => undefined;

/** A client of an API with this one response. */
async function asking<T>(api: Middleware, work: (ask: AskApiAgain) => Promise<T>): Promise<T> {
  const app = new Koa();
  const strapi = {
    server: { app, router: { routes: () => api } },
    requestContext: { run: (_: unknown, next: () => unknown) => next() },
  };
  const result = new Promise<T>((resolve, reject) => {
    app.use(async (visitor: Context) => {
      await work(askApiAgain(strapi as never, visitor, 'en')).then(resolve, reject);
      visitor.body = 'a page';
    });
  });
  // Validated only when the page was found.
  result.catch(() => undefined);
  const server = createServer(app.callback()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    return await result;
  } finally {
    server.close();
  }
}

/** As open data send a file: bypassing Koa, part by part. */
const streamed =
  (parts: string[], end: 'whole' | 'broken'): Middleware =>
  async (ctx) => {
    ctx.set('ETag', '"of-the-file"');
    ctx.status = 200;
    ctx.respond = false;
    for (const part of parts) ctx.res.write(part);
    if (end === 'whole') ctx.res.end();
    else ctx.res.destroy();
  };

describe('asking the own API', () => {
  it('gives a file with its tag', async () => {
    const answer = await asking(streamed(['one\n', 'two\n'], 'whole'), (ask) => ask('/api/file', null));
    expect(answer).toEqual({ body: 'one\ntwo\n', etag: '"of-the-file"' });
  });

  it('takes no file for whole that broke off', async () => {
    const answer = asking(streamed(['one\n'], 'broken'), (ask) => ask('/api/file', null));
    await expect(answer).rejects.toThrow('/api/file broke off');
  });

  it('says what is known already, and does not download it again', async () => {
    const conditional: Middleware = async (ctx) => {
      if (ctx.headers['if-none-match'] === '"known"') ctx.status = 304;
      else ctx.body = { fresh: true };
    };
    expect(await asking(conditional, (ask) => ask('/api/file', '"known"'))).toBeNull();
    expect(await asking(conditional, (ask) => ask('/api/file', '"old"'))).toMatchObject({
      body: { fresh: true },
    });
  });

  it.each<[string, Middleware, unknown]>([
    ['nobody answers', NOTHING, NotThere],
    ['it is busy', async (ctx) => void (ctx.status = 503), ApiFailure],
    ['304 was not asked for', async (ctx) => void (ctx.status = 304), ApiFailure],
  ])('fails where %s', async (_, api, failure) => {
    await expect(asking(api, (ask) => ask('/api/file', null))).rejects.toBeInstanceOf(failure);
  });
});
