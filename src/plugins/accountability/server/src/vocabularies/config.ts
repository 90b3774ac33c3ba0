import { z } from 'zod';
import type { VocabularyDeclaration } from './declaration';

const code = z.string().min(1);
const vocabulariesSchema = z.array(
  z
    .strictObject({
      name: z.string().min(1),
      codes: z.array(code).min(1),
      attributes: z.array(z.strictObject({ model: z.string().min(1), attribute: z.string().min(1) })).min(1),
      renamed: z.record(code, code).default({}),
      remedy: z.string().min(1),
    })
    .superRefine(({ codes, renamed }, context) => {
      const problem = (message: string, ...path: string[]) =>
        context.addIssue({ code: 'custom', message, path });
      if (new Set(codes).size < codes.length) problem('has a code twice; remove one', 'codes');
      const targets = Object.values(renamed);
      for (const [from, to] of Object.entries(renamed)) {
        if (codes.includes(from)) problem('is a code of the vocabulary; rename others only', 'renamed', from);
        if (!codes.includes(to)) problem(`becomes "${to}", which is no code; name one`, 'renamed', from);
      }
      if (new Set(targets).size < targets.length) {
        problem(
          'two codes become one, and the difference between them is lost; name each code once',
          'renamed',
        );
      }
    }),
);

/** An error that lists every problem of the declared vocabularies, one a line. */
export const vocabularyError = (problems: readonly string[]): Error =>
  new Error(
    `the declarations of vocabularies need correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Reads the plugin's configuration of vocabularies as far as it goes without content types.
 * @throws Error that lists every problem; it stops the start
 */
export function parseVocabulariesConfig(config: unknown): readonly Required<VocabularyDeclaration>[] {
  const { vocabularies = [] } = config as { vocabularies?: unknown };
  const parsed = vocabulariesSchema.safeParse(vocabularies);
  if (parsed.success) return parsed.data;
  throw vocabularyError(
    parsed.error.issues.map(({ path, message }) => `vocabularies.${path.join('.')}: ${message}`),
  );
}
