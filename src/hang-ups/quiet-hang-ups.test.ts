import { EventEmitter } from 'node:events';
import type { Core } from '@strapi/strapi';
import { quietHangUps } from './quiet-hang-ups';

const errorWith = (more: object): Error => Object.assign(new Error('x'), more);

describe('what Koa tells of', () => {
  const listen = () => {
    const app = new EventEmitter();
    const log = { debug: jest.fn(), error: jest.fn() };
    quietHangUps({ server: { app }, log } as unknown as Core.Strapi);
    return { app, log };
  };

  it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'])(
    'is quiet for %s',
    (code) => {
      const { app, log } = listen();
      app.emit('error', errorWith({ code }));
      expect(log.error).not.toHaveBeenCalled();
      expect(log.debug).toHaveBeenCalledWith(`A client hung up (${code})`);
    },
  );

  it.each([{ status: 404 }, { expose: true, status: 400 }])('is quiet for what the client is told: %j', (more) => {
    const { app, log } = listen();
    app.emit('error', errorWith(more));
    expect(log.error).not.toHaveBeenCalled();
  });

  it('is in the log for everything else', () => {
    const { app, log } = listen();
    const error = errorWith({ code: 'ENOSPC' });
    app.emit('error', error);
    expect(log.error).toHaveBeenCalledWith(error);
  });
});
