import { formOptions, inSendingOrder } from './forms-with-files';

const file = (filepath: string) => ({
  filepath,
  emit: () => undefined,
  open: () => undefined,
  write: () => undefined,
  end: () => undefined,
  destroy: () => undefined,
});

it('files are in the order in which they were sent, in whatever order they were written', () => {
  const sent = [file('a'), file('b'), file('c')];
  const openedFiles: unknown[] = [];
  const form = { openedFiles, error: null, ...formOptions(1024) };
  for (const one of sent) {
    form.onFileBegin('files', one);
    openedFiles.push(one);
  }
  const [a, b, c] = sent as [(typeof sent)[0], (typeof sent)[0], (typeof sent)[0]];
  expect(inSendingOrder([c, a, b])).toEqual([a, b, c]);
  expect(inSendingOrder([])).toEqual([]);
});
