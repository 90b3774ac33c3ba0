import { Box, Button, Field, Flex, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Select } from '../../select';
import { Choice } from '../choice';
import type { ContentView, FieldView, ImportSetup } from '../contract';
import { useImportWords } from '../use-import-words';
import { knownCode } from './column-words';
import { isNeeded, newConstant, shownConstants } from './constants';
import type { ConstantMatch, SheetMatch } from './match';

/** A select cannot have an empty value. */
const NONE = '-';

interface Props {
  readonly match: SheetMatch;
  readonly content: ContentView;
  readonly languages: ImportSetup['languages'];
  readonly disabled: boolean;
  onChange(constants: readonly ConstantMatch[]): void;
}

/** The values that are the same in every row, such as the plan of a sheet that does not name it. */
export function ConstantList({ match, content, languages, disabled, onChange }: Props) {
  const { t } = useImportWords();
  const shown = shownConstants(match, content);
  const codes = languages.map(({ code }) => code);
  const addable = content.fields.flatMap((field) => {
    const constant = newConstant(match, content, field, codes);
    return constant ? [{ field, constant }] : [];
  });
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start" paddingTop={3}>
      {shown.map((constant, at) => {
        const field = content.fields.find(({ to }) => to === constant.to);
        const earlier = shown.slice(0, at).filter(({ to }) => to === constant.to).length;
        return field ? (
          <Constant
            key={`${constant.to} ${earlier}`}
            field={field}
            constant={constant}
            languages={languages}
            disabled={disabled}
            onChange={(next) => onChange(shown.map((one, index) => (index === at ? next : one)))}
            onRemove={
              isNeeded(match, field) ? null : () => onChange(shown.filter((_, index) => index !== at))
            }
          />
        ) : null;
      })}
      {addable.length > 0 ? (
        <Choice
          label={t('match.constant.add')}
          value={NONE}
          disabled={disabled}
          options={[
            { value: NONE, label: t('match.constant.pick') },
            ...addable.map(({ field }) => ({ value: field.to, label: field.label })),
          ]}
          onChoice={(to) => {
            const added = addable.find(({ field }) => field.to === to);
            if (added) onChange([...shown, added.constant]);
          }}
        />
      ) : null}
    </Flex>
  );
}

interface ConstantProps {
  readonly field: FieldView;
  readonly constant: ConstantMatch;
  readonly languages: ImportSetup['languages'];
  readonly disabled: boolean;
  onChange(constant: ConstantMatch): void;
  /** Null for one that is needed. */
  readonly onRemove: (() => void) | null;
}

function Constant({ field, constant, languages, disabled, onChange, onRemove }: ConstantProps) {
  const { t } = useImportWords();
  const { label, codes, isLocalized } = field;
  const { value, locale } = constant;
  const name = t('match.constant', { field: label });
  return (
    <Box style={{ flex: '1 1 16rem', minWidth: 0 }}>
      {codes ? (
        <Choice
          label={name}
          value={knownCode(codes, value)?.code ?? (value === '' ? NONE : value)}
          disabled={disabled}
          options={[
            { value: NONE, label: t('match.constant.none') },
            ...codes.map(({ code, label: text }) => ({ value: code, label: text })),
            ...(value === '' || knownCode(codes, value) ? [] : [{ value, label: value }]),
          ]}
          onChoice={(next) => onChange({ ...constant, value: next === NONE ? '' : next })}
        />
      ) : (
        <Field.Root hint={onRemove ? undefined : t('match.constant.hint')} required={onRemove === null}>
          <Field.Label>{name}</Field.Label>
          <TextInput
            type="text"
            dir="auto"
            value={value}
            disabled={disabled}
            maxLength={1000}
            onChange={({ target }: { target: { value: string } }) =>
              onChange({ ...constant, value: target.value })
            }
          />
          <Field.Hint />
        </Field.Root>
      )}
      {isLocalized && languages.length > 1 ? (
        <Box paddingTop={2}>
          <Select
            aria-label={t('match.constant.language-of', { field: label })}
            size="S"
            value={locale === '' ? NONE : locale}
            disabled={disabled}
            onChange={(next) => onChange({ ...constant, locale: next === NONE ? '' : String(next) })}
          >
            {[{ code: NONE, name: t('match.language-of-import') }, ...languages].map((language) => (
              <SingleSelectOption key={language.code} value={language.code}>
                {language.name}
              </SingleSelectOption>
            ))}
          </Select>
        </Box>
      ) : null}
      {onRemove ? (
        <Box paddingTop={2}>
          <Button variant="tertiary" size="S" disabled={disabled} onClick={onRemove}>
            {t('match.constant.remove', { field: label })}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
