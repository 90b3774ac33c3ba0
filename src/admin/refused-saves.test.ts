import { refusedSaves } from './refused-saves';

const save = (step: string, endpointName = 'updateDocument') => ({
  type: `adminApi/executeMutation/${step}`,
  meta: { requestId: '1', arg: { endpointName } },
});
const patch = (id: string) => ({ type: 'adminApi/queries/queryResultPatched', payload: { id } });

describe('the cached document of a form being saved', () => {
  const after = (...actions: unknown[]): unknown[] => {
    const passed: unknown[] = [];
    const dispatch = refusedSaves()()((action) => passed.push(action));
    actions.forEach(dispatch);
    return passed;
  };

  it('takes over the form once the server has accepted it', () => {
    const [pending, form, fulfilled] = [save('pending'), patch('form'), save('fulfilled')];
    expect(after(pending, form, fulfilled)).toEqual([pending, form, fulfilled]);
    expect(after(pending, form)).toEqual([pending]);
  });

  it('stays as it was where the server refuses', () => {
    const [pending, rejected] = [save('pending'), save('rejected')];
    expect(after(pending, patch('form'), rejected, patch('undo'))).toEqual([pending, rejected]);
  });

  it('is deleted with the save it belongs to', () => {
    const actions = [save('pending'), patch('refused'), save('rejected'), save('pending'), save('fulfilled')];
    expect(after(...actions)).not.toContainEqual(patch('refused'));
  });

  it('lets every other action through', () => {
    const others = [
      { type: 'other' },
      save('pending', 'publishDocument'),
      save('fulfilled', 'publishDocument'),
    ];
    expect(after(...others)).toEqual(others);
  });
});
