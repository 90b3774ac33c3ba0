import { Choice } from '../choice';
import type { ContentView } from '../contract';
import { useImportWords } from '../use-import-words';
import { keyLabels, usableKeys } from './keys';
import type { SheetMatch } from './match';

/** A select cannot have an empty value. */
const NONE = '-';

interface Props {
  readonly match: SheetMatch;
  readonly content: ContentView;
  readonly disabled: boolean;
  onChange(key: SheetMatch['key']): void;
}

/** By which columns a row finds its document again; nothing where there is no choice. */
export function KeyChoice({ match, content, disabled, onChange }: Props) {
  const { t, list } = useImportWords();
  const keys = usableKeys(match, content);
  const [first, second] = keys;
  if (!first || !second) return null;
  const label = (key: readonly string[]) => list(keyLabels(key, content.fields));
  const chosen = keys.find((key) => key.join() === match.key?.join());
  return (
    <Choice
      label={t('match.key')}
      hint={t('match.key.hint')}
      value={chosen?.join() ?? NONE}
      disabled={disabled}
      options={[
        { value: NONE, label: t('match.key.usual', { key: label(first) }) },
        ...keys.map((key) => ({ value: key.join(), label: label(key) })),
      ]}
      onChoice={(next) => onChange(keys.find((key) => key.join() === next) ?? null)}
    />
  );
}
