import path from 'node:path';
import { ROOT, startNode } from '../support/processes';

const OPEN_DATA = path.join(ROOT, 'src/plugins/accountability/dist/server/src/export');
const required = (file: string) => `require(${JSON.stringify(path.join(OPEN_DATA, file))})`;

// Loads what a thread loads before its first file.
const LOAD_ALL = `
  const { loadDriver } = ${required('source/open-connection.js')};
  const { formats } = ${required('formats/index.js')};
  const { message } = (() => {
    try { ${required('worker/file-worker.js')}; } catch (error) { return error; }
  })();
  (async () => {
    await loadDriver('sqlite');
    await loadDriver('postgres');
    for (const { load } of formats) await load?.();
    process.stdout.write(message);
  })();
`;

const END_THREADS = `
  const { FileThreads } = ${required('worker/file-threads.js')};
  const threads = new FileThreads('sqlite');
  (async () => {
    for (let count = 0; count < 30; count += 1) {
      const worker = threads.take();
      await new Promise((resolve) => worker.once('online', resolve));
      await new Promise((resolve) => setTimeout(resolve, count * 4));
      await worker.terminate();
    }
    await threads.close();
    process.stdout.write('still here');
  })();
`;

// A reader who hangs up and a server that stops both end threads that are still loading.
describe('threads that are ended while they load', () => {
  it('load no ES module by require(), which would end the whole process', async () => {
    const { output } = await startNode(['--no-experimental-require-module', '-e', LOAD_ALL]).ended;
    expect(output).toBe('There is no thread to make a file for');
  });

  it('end without a trace', async () => {
    const { code, output } = await startNode(['-e', END_THREADS]).ended;
    expect({ code, output }).toEqual({ code: 0, output: 'still here' });
  });
});
