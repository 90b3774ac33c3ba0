/** An import that was ended from outside before it was done; nothing of it is kept. */
export class ImportInterrupted extends Error {
  readonly code = 'interrupted';
  override readonly name = 'ImportInterrupted';
}
