import { example } from './example-workflow.test-support';
import { checkWrite, initialValues } from './write-check';

const owned = new Map([
  ['status', example],
  ['grade', example],
]);
const current = { status: 'done', grade: 'good' };

describe('checkWrite', () => {
  it('uses the stored value where none was submitted', () => {
    expect(checkWrite({ title: 'x' }, owned, current)).toEqual({
      data: { title: 'x', status: 'done', grade: 'good' },
      forbidden: [],
    });
  });

  it('takes the same value for no attempt, any other one for one', () => {
    expect(checkWrite({ status: 'done', grade: 'good' }, owned, current).forbidden).toEqual([]);
    for (const status of ['open', null, '', 0, {}, ['done']]) {
      expect(checkWrite({ status }, owned, current).forbidden).toMatchObject([{ field: 'status' }]);
    }
  });

  it('starts a clone in the initial state, whether or not the form sends what the original has', () => {
    const initial = initialValues([example], owned);
    expect(initial).toEqual({ status: 'open', grade: null });
    expect(
      checkWrite({ status: 'done', grade: 'good' }, owned, initial, { status: ['done'], grade: ['good'] }),
    ).toEqual({
      data: { status: 'open', grade: null },
      forbidden: [],
    });
    expect(checkWrite({ status: 'dropped' }, owned, initial, { status: ['done'] }).forbidden).toHaveLength(1);
  });

  it('takes an empty field of a new document for the initial state', () => {
    expect(checkWrite({ status: null }, owned, initialValues([example], owned)).data).toMatchObject({
      status: 'open',
    });
  });
});
