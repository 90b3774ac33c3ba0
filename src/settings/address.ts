/** Whether a text is an address browsers can be sent to. */
export function isAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** The address of the site, empty where the setting holds none: `checkSettings` then names it and stops. */
export const addressOrNone = (text: string | undefined): string => (text && isAddress(text) ? text : '');
