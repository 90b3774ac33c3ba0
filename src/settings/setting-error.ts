/**
 * A setting the operator has to change. The message is one line that names it.
 *
 * Strapi prints an error's message and its stack; here the line alone is useful, so there is no stack.
 */
export class SettingError extends Error {
  constructor(
    readonly settings: readonly string[],
    problem: string,
  ) {
    super(`${settings.join(', ')}: ${problem}`.replace(/\s+/g, ' ').trim());
    this.name = 'SettingError';
    this.stack = '';
  }
}
