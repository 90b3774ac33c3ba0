const DEFAULT_PORT = 1337;
const MAX_PORT = 65535;

/** Whether a setting's text is a TCP port. */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_PORT;
}

/**
 * The port of the server. An invalid one gives the default: Strapi would fail with a stack trace while it reads its
 * configuration, before `checkSettings` can name the setting.
 */
export function portOrDefault(text: string | undefined): number {
  return text && isPort(text) ? Number(text) : DEFAULT_PORT;
}
