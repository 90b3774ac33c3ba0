import { languageCodesOf } from '../languages/site-languages';
import type { LocalizedText } from '../languages/localized-text';
import { textInEachAndMore } from '../languages/declared-texts';
import type { ImportMapping } from './mapping/declaration';
import { GENERIC, type GenericSettings } from './mapping/generic';
import { NATIVE, type NativeSettings } from './mapping/native';
import type { StartImportRules } from './plan/rules';

/** What an application declares of imports. */
export interface ImportsDeclaration {
  readonly mappings?: readonly ImportMapping[];
  /** Makes the mapping `native` of the datasets: how their documents are found beside their ids. */
  readonly native?: Pick<NativeSettings, 'keys' | 'labels' | 'description'>;
  /** Makes the mapping `generic`, for spreadsheets nobody has described. */
  readonly generic?: GenericSettings;
  readonly rules?: StartImportRules;
  /** What the attributes of content types and components are called, in messages; nothing for one without a label. */
  readonly fieldLabels?: (uid: string, attribute: string) => LocalizedText;
  /** Whether the files of imports are kept in the upload provider; off by default. */
  readonly keepFiles?: boolean;
}

export interface ImportsConfig {
  readonly mappings: readonly ImportMapping[];
  readonly native: ImportsDeclaration['native'] | null;
  readonly generic: GenericSettings | null;
  readonly rules: StartImportRules;
  readonly fieldLabels: (uid: string, attribute: string) => LocalizedText;
  readonly keepFiles: boolean;
}

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An error that lists every problem of the declared imports, one a line. */
export const importsError = (problems: readonly string[]): Error =>
  new Error(
    `the import declarations need correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Reads the plugin's configuration of imports as far as it goes without content types.
 * @throws Error that lists every problem
 */
export function parseImportsConfig(config: unknown): ImportsConfig {
  const { imports = {} } = config as { imports?: ImportsDeclaration };
  const languages = languageCodesOf(config);
  const mappings = imports.mappings ?? [];
  const problems = mappings.flatMap(({ name, tables }) => [
    ...(NAME.test(name) ? [] : [`mapping "${name}": the name has to be kebab-case`]),
    ...([NATIVE, GENERIC].includes(name) ? [`mapping "${name}": the name is taken by the plugin's own`] : []),
    ...(tables.length > 0 ? [] : [`mapping "${name}": it has no tables`]),
    ...repeated(tables.map((table) => table.name)).map(
      (table) => `mapping "${name}": table "${table}" is there twice`,
    ),
  ]);
  problems.push(
    ...repeated(mappings.map(({ name }) => name)).map((name) => `mapping "${name}" is there twice`),
  );
  const generic = imports.generic ?? null;
  problems.push(
    ...repeated(generic?.tables.map(({ name }) => name) ?? []).map(
      (table) => `mapping "${GENERIC}": table "${table}" is there twice`,
    ),
  );
  if (problems.length > 0) throw importsError(problems);
  return {
    mappings: mappings.map((mapping) => ({
      ...mapping,
      labels: textInEachAndMore(mapping.labels, languages),
      description: textInEachAndMore(mapping.description, languages),
    })),
    native: imports.native ?? null,
    generic: generic && {
      ...generic,
      labels: textInEachAndMore(generic.labels, languages),
      description: textInEachAndMore(generic.description, languages),
    },
    rules: imports.rules ?? (() => Promise.resolve({})),
    fieldLabels: imports.fieldLabels ?? (() => ({})),
    keepFiles: imports.keepFiles ?? false,
  };
}

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
