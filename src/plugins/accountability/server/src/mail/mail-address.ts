import { z } from 'zod';

const address = z.email();

/** Whether a text is one e-mail address and nothing else: no name, no list, no line break. */
export const isMailAddress = (text: string): boolean => address.safeParse(text).success;
