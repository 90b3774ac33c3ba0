import { LANGUAGE_CODES } from '../languages/site-languages';

/** Reads an environment variable. */
export type Env = (name: string) => string | undefined;

/** A text from one environment variable per language, `NAME_KA`, `NAME_PT_BR`; undefined where all are empty. */
export function inEachLanguage(env: Env, name: string): Record<string, string> | undefined {
  const texts = LANGUAGE_CODES.map(
    (code) => [code, env(`${name}_${code.toUpperCase().replaceAll('-', '_')}`)] as const,
  ).filter(([, text]) => text);
  return texts.length > 0 ? (Object.fromEntries(texts) as Record<string, string>) : undefined;
}
