import type { WarningsDeclaration } from './declaration';

/** The part of a content type the check reads. */
export interface WarningsModel {
  readonly attributes: Readonly<Record<string, unknown>>;
}

const declarationError = (problems: readonly string[]): Error =>
  new Error(
    `the declarations of warnings need correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Parses the plugin's configuration of warnings as far as possible without content types.
 * @throws Error that lists every problem; it stops the start
 */
export function parseWarningsConfig(config: unknown): readonly WarningsDeclaration[] {
  const { warnings = [] } = config as { warnings?: readonly WarningsDeclaration[] };
  const types = warnings.map(({ contentType }) => contentType);
  const problems = [
    ...types
      .filter((type, index) => types.indexOf(type) !== index)
      .map((type) => `"${type}" is declared twice: put its warnings into one declaration`),
    ...warnings
      .filter(({ find }) => typeof find !== 'function')
      .map(({ contentType }) => `"${contentType}": "find" must be a function`),
  ];
  if (problems.length > 0) throw declarationError(problems);
  return warnings;
}

/**
 * Checks the declarations against the content types.
 * @throws Error that lists every problem; it stops the start
 */
export function checkWarningsModels(
  warnings: readonly WarningsDeclaration[],
  modelOf: (contentType: string) => WarningsModel | undefined,
): void {
  const problems = warnings.flatMap(({ contentType, populate = {} }) => {
    const model = modelOf(contentType);
    if (!model) return [`there is no content type "${contentType}"`];
    return Object.keys(populate)
      .filter((name) => !(name in model.attributes))
      .map((name) => `"${contentType}" has no attribute "${name}" to populate`);
  });
  if (problems.length > 0) throw declarationError(problems);
}
