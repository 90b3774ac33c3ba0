/** Whether a text is an http or https URL. */
export function isAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** The address of the site, empty for an invalid setting: `checkSettings` then names it and stops the start. */
export const addressOrNone = (text: string | undefined): string => (text && isAddress(text) ? text : '');
