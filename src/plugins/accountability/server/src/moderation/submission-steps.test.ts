import { runSubmissionSteps } from './submission-steps';

const STEPS = ['count', 'measure', 'prove', 'read'] as const;

/** Steps that record their order; one of them refuses. */
function steps(refusing?: (typeof STEPS)[number]) {
  const done: string[] = [];
  const step = (name: (typeof STEPS)[number]) => {
    done.push(name);
    if (name === refusing) throw new Error(name);
  };
  return {
    done,
    steps: {
      count: () => step('count'),
      measure: () => step('measure'),
      prove: async () => {
        await Promise.resolve();
        step('prove');
        return 'proof';
      },
      read: () => {
        step('read');
        return 'written';
      },
    },
  };
}

describe('what comes to a public form', () => {
  it('is counted, measured, proven and only then read', async () => {
    const { done, steps: all } = steps();
    expect(await runSubmissionSteps(all)).toEqual({ proof: 'proof', written: 'written' });
    expect(done).toEqual(STEPS);
  });

  it.each(STEPS)('goes no further than what refuses it: %s', async (refusing) => {
    const { done, steps: all } = steps(refusing);
    await expect(runSubmissionSteps(all)).rejects.toThrow(refusing);
    expect(done).toEqual(STEPS.slice(0, STEPS.indexOf(refusing) + 1));
  });
});
