const DEFAULT_PORT = 1337;
const HIGHEST_PORT = 65535;

/** Whether a setting's text is a TCP port. */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= HIGHEST_PORT;
}

/**
 * The port to configure the server with. One that is no port gives the default: Strapi would fail on it with
 * a stack while it reads its configuration, before `checkSettings` can say which setting is wrong.
 */
export function portOrDefault(text: string | undefined): number {
  return text && isPort(text) ? Number(text) : DEFAULT_PORT;
}
