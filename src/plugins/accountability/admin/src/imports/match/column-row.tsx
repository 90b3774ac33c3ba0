import { SingleSelectOption, Typography } from '@strapi/design-system';
import { Select } from '../../select';
import type { ContentView, FieldView, ImportSetup } from '../contract';
import { useImportWords } from '../use-import-words';
import type { ColumnMatch } from './match';
import { WordList } from './word-list';

/** A select cannot have an empty value. */
const NONE = '-';

const SEPARATORS: readonly (readonly [key: string, separators: readonly string[]])[] = [
  ['separator.semicolon', [';']],
  ['separator.comma', [',']],
  ['match.separator.newline', ['newline']],
  ['match.separator.slash', ['/']],
  ['separator.bar', ['|']],
];

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly options: readonly (readonly [value: string, label: string])[];
  onPick(value: string): void;
}

/** A select in a cell, which the headers of its table name to those who see them. */
const Pick = ({ label, value, disabled, options, onPick }: PickProps) => (
  <Select
    aria-label={label}
    size="S"
    value={value === '' ? NONE : value}
    disabled={disabled}
    onChange={(next) => onPick(next === NONE ? '' : String(next))}
  >
    {options.map(([code, text]) => (
      <SingleSelectOption key={code} value={code === '' ? NONE : code}>
        {text}
      </SingleSelectOption>
    ))}
  </Select>
);

interface Props {
  readonly column: ColumnMatch;
  readonly content: ContentView;
  readonly languages: ImportSetup['languages'];
  readonly disabled: boolean;
  onChange(column: ColumnMatch): void;
}

/** A column of a sheet with the field it is, its language, what separates its items, and the codes of its words. */
export function ColumnRow({ column, content, languages, disabled, onChange }: Props) {
  const { t, list } = useImportWords();
  const { header, to, locale, separators, proposed } = column;
  const field = content.fields.find((one) => one.to === to);
  const labelOf = (name: string | undefined): string =>
    content.fields.find((one: FieldView) => one.to === name)?.label ?? '';
  const chosen = JSON.stringify(separators);
  const known = SEPARATORS.map(([key, items]) => [JSON.stringify(items), t(key)] as const);
  const other = separators.length > 0 && !known.some(([value]) => value === chosen);
  const why =
    proposed === null
      ? t(to === '' ? 'match.left-out' : 'match.why.chosen')
      : t(`match.why.${proposed.confidence}`, {
          field: labelOf(proposed.couldBe[0]),
          fields: list(proposed.couldBe.map(labelOf)),
        });
  const hasWords =
    field?.codes && !field.isList && (column.texts.length > 0 || Object.keys(column.values).length > 0);
  return (
    <>
      <tr>
        <th scope="row">
          <Typography variant="pi" fontWeight="bold" dir="auto" tag="p">
            {header}
          </Typography>
          <Typography variant="pi" tag="p" textColor={to === '' ? 'neutral800' : 'neutral600'}>
            {why}
          </Typography>
        </th>
        <td>
          <Pick
            label={t('match.field-of', { column: header })}
            value={to}
            disabled={disabled}
            options={[
              ['', t('match.left-out')],
              ...content.fields.map((one) => [one.to, one.label] as const),
            ]}
            onPick={(next) => onChange({ ...column, to: next, proposed: null, values: {}, further: {} })}
          />
        </td>
        <td>
          {field?.isLocalized ? (
            <Pick
              label={t('match.language-of', { column: header })}
              value={locale}
              disabled={disabled}
              options={[
                ['', t('match.language-of-import')],
                ...languages.map(({ code, name }) => [code, name] as const),
              ]}
              onPick={(next) => onChange({ ...column, locale: next, proposed: null })}
            />
          ) : null}
        </td>
        <td>
          {field?.isList ? (
            <Pick
              label={t('match.separator-of', { column: header })}
              value={separators.length === 0 ? '' : chosen}
              disabled={disabled}
              options={[
                ['', t('match.separator.usual')],
                ...known,
                ...(other ? [[chosen, list(separators)] as const] : []),
              ]}
              onPick={(next) =>
                onChange({
                  ...column,
                  separators: next === '' ? [] : (JSON.parse(next) as string[]),
                  proposed: null,
                })
              }
            />
          ) : null}
        </td>
      </tr>
      {field?.codes && hasWords ? (
        <tr>
          <td colSpan={4}>
            <WordList
              column={column}
              codes={field.codes}
              disabled={disabled}
              onChange={(values) => onChange({ ...column, values, proposed: null })}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}
