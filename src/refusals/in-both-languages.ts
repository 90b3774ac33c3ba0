import type { Language } from 'strapi-plugin-accountability/server';

/** Sentences by their codes, in each language. Values stand in them as `{name}`. */
export type Sentences<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, string>>>>;

/** What a refusal says: in the language of whoever asks, and in both. */
export interface Said {
  readonly message: string;
  readonly messages: Readonly<Record<Language, string>>;
}

const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

/** A sentence with its values. A value may hold anything; one that is missing leaves its name. Pure. */
export function inBothLanguages<Code extends string>(
  sentences: Sentences<Code>,
  code: Code,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): Said {
  const messages = { en: filled(sentences.en[code], values), ka: filled(sentences.ka[code], values) };
  return { message: messages[language], messages };
}
