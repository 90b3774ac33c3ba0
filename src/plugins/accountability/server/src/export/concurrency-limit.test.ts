import { ProblemError } from '../http/problem-details';
import { ExportConcurrencyLimit } from './concurrency-limit';

const refusalOf = (slots: ExportConcurrencyLimit, address: string): ProblemError | null => {
  try {
    slots.take(address);
    return null;
  } catch (error) {
    return error as ProblemError;
  }
};

describe('slots of exports', () => {
  it('are so many in all and fewer for one address', () => {
    const slots = new ExportConcurrencyLimit({ all: 3, perAddress: 2 });
    slots.take('203.0.113.1');
    const free = slots.take('203.0.113.1');
    expect(refusalOf(slots, '203.0.113.1')).toMatchObject({
      status: 429,
      options: { headers: { 'Retry-After': '5' }, members: { retryAfter: 5 } },
    });
    expect(refusalOf(slots, '203.0.113.2')).toBeNull();
    expect(refusalOf(slots, '203.0.113.3')?.status).toBe(503);
    free();
    expect(refusalOf(slots, '203.0.113.3')).toBeNull();
  });

  it('are shared by the addresses of one IPv6 network and by both writings of an IPv4 address', () => {
    const slots = new ExportConcurrencyLimit({ all: 9, perAddress: 1 });
    slots.take('2001:db8::1');
    slots.take('203.0.113.1');
    expect(refusalOf(slots, '2001:db8::ffff:2')?.status).toBe(429);
    expect(refusalOf(slots, '::ffff:203.0.113.1')?.status).toBe(429);
    expect(refusalOf(slots, '2001:db8:0:1::1')).toBeNull();
  });

  it('are released once, however often that is called, and nothing is stored of who has none', () => {
    const slots = new ExportConcurrencyLimit({ all: 2, perAddress: 2 });
    const free = slots.take('203.0.113.1');
    slots.take('203.0.113.2');
    free();
    free();
    expect(refusalOf(slots, '203.0.113.1')).toBeNull();
    expect(refusalOf(slots, '203.0.113.1')?.status).toBe(503);
  });

  it('of the application itself are two, which wait instead of being refused, first come first served', async () => {
    const slots = new ExportConcurrencyLimit({ all: 1, perAddress: 1 });
    slots.take('203.0.113.1');
    const [one] = [await slots.takeOwn(), await slots.takeOwn()];
    const order: string[] = [];
    const third = slots.takeOwn().then((free) => {
      order.push('third');
      return free;
    });
    const fourth = slots.takeOwn().then(() => order.push('fourth'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual([]);
    one();
    one();
    const freeThird = await third;
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual(['third']);
    freeThird();
    await fourth;
    expect(order).toEqual(['third', 'fourth']);
  });
});
