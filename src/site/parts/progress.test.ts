import { progressOf } from './progress';

const of = (...statuses: (string | null)[]) => progressOf(statuses.map((status) => ({ status })));

describe('progress', () => {
  it('is not known without milestones, which is not nought', () => {
    expect(of()).toBeNull();
    expect(of('withdrawn')).toBeNull();
  });

  it('counts milestones done of those that are to be done', () => {
    expect(of('completed', 'delayed', null, 'withdrawn')).toMatchObject({ done: 1, all: 3, share: 1 / 3 });
    expect(of('not-started')).toMatchObject({ done: 0, all: 1, share: 0 });
  });
});
