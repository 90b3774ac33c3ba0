import { z } from 'zod';

const address = z.email();

/** Whether a text is exactly one e-mail address: no name, no list, no line break. */
export const isMailAddress = (text: string): boolean => address.safeParse(text).success;
