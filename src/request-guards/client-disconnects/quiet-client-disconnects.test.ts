import type { Core } from '@strapi/strapi';
import { isClientDisconnect, quietClientDisconnects } from './quiet-client-disconnects';

const errorWith = (more: object): Error => Object.assign(new Error('x'), more);

describe('what Koa reports', () => {
  const wrap = () => {
    const report = jest.fn();
    const app = { onerror: report as (error: Error) => void };
    const log = { debug: jest.fn() };
    quietClientDisconnects({ server: { app }, log } as unknown as Core.Strapi);
    return { app, report, log };
  };

  it('is one line for whoever debugs where a client hung up', () => {
    const { app, report, log } = wrap();
    app.onerror(errorWith({ code: 'ECONNRESET' }));
    expect(report).not.toHaveBeenCalled();
    expect(log.debug).toHaveBeenCalledWith('A client hung up (ECONNRESET)');
  });

  it('stays what it is for everything else', () => {
    const { app, report } = wrap();
    const error = errorWith({ code: 'ENOSPC' });
    app.onerror(error);
    expect(report).toHaveBeenCalledWith(error);
  });

  it('takes no other value for a hang-up', () => {
    const values = [errorWith({}), errorWith({ code: 'ENOENT' }), 'ECONNRESET', null, undefined];
    expect(values.filter(isClientDisconnect)).toEqual([]);
  });
});
