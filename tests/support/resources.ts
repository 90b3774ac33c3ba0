/** What the tests of a file have opened and have to close, in order; each test file has a list of its own. */
const resources: (() => Promise<void>)[] = [];

/** Leaves the closing of something to `closeResources`. Closing what is closed already has to be harmless. */
export function closeLater(close: () => Promise<void>): void {
  resources.push(close);
}

/**
 * Closes browsers and applications, the latest first. Each test file ends with it (`setup.ts`); a block of tests
 * that opens its own ends with it, too.
 * @throws the first error, after everything has been closed
 */
export async function closeResources(): Promise<void> {
  const errors: unknown[] = [];
  for (let close = resources.pop(); close; close = resources.pop()) {
    await close().catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw errors[0];
}
