import { z } from 'zod';

const address = z.email();

/** Whether a text is an e-mail address. */
export const isMailAddress = (text: string): boolean => address.safeParse(text).success;
