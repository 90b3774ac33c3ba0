import { Field, Flex, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { DateField } from '../dates/date-field';
import { useWords } from './use-words';
import type { Move, MoveFailure, MoveField } from './contract';
import { Select } from '../select';
import { useTextDirection } from '../use-direction';

export interface MoveInput {
  readonly reason: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Initial values of a move: those of the document. */
export const inputOf = (move: Pick<Move, 'fields'>): MoveInput => ({
  reason: '',
  fields: Object.fromEntries(move.fields.map(({ attribute, value }) => [attribute, value])),
});

interface Props {
  readonly contentType: string;
  readonly move: Pick<Move, 'fields' | 'reason'>;
  readonly input: MoveInput;
  readonly failures: readonly MoveFailure[];
  onChange(input: MoveInput): void;
}

/** The form of a move: its fields, localized texts per language, and the reason. */
export function MoveForm({ contentType, move, input, failures, onChange }: Props) {
  const { t, field, messageText } = useWords();
  const reasonDirection = useTextDirection(input.reason);
  const errorAt = (path: readonly string[]): string | undefined =>
    messageText(failures.find((failure) => failure.path.join('.') === path.join('.'))) || undefined;
  const set = (attribute: string, value: unknown) =>
    onChange({ ...input, fields: { ...input.fields, [attribute]: value } });

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {move.fields.map((asked) => {
        const label = field(contentType, asked.attribute);
        const path = ['fields', asked.attribute];
        const value = input.fields[asked.attribute];
        if (asked.type === 'date' && !asked.localized) {
          return (
            <DateField
              key={asked.attribute}
              name={asked.attribute}
              label={label}
              required={asked.required}
              error={errorAt(path)}
              value={typeof value === 'string' ? value : ''}
              onChange={(next) => set(asked.attribute, next)}
            />
          );
        }
        if (!asked.localized) {
          return (
            <Question key={asked.attribute} label={label} required={asked.required} error={errorAt(path)}>
              <Control asked={asked} value={value} onChange={(next) => set(asked.attribute, next)} />
            </Question>
          );
        }
        const texts = (value ?? {}) as Record<string, unknown>;
        return Object.keys(texts).map((language, index) => (
          <Question
            key={`${asked.attribute}.${language}`}
            label={`${label} (${language})`}
            required={asked.required && index === 0}
            error={errorAt([...path, language]) ?? (index === 0 ? errorAt(path) : undefined)}
          >
            <Control
              asked={asked}
              value={texts[language]}
              onChange={(next) => set(asked.attribute, { ...texts, [language]: next })}
            />
          </Question>
        ));
      })}
      {move.reason ? (
        <Question label={t('reason')} required={move.reason === 'required'} error={errorAt(['reason'])}>
          <Textarea
            dir={reasonDirection}
            name="reason"
            // The first field is focused: a move can be made without a mouse.
            autoFocus={move.fields.length === 0}
            value={input.reason}
            onChange={(event) => onChange({ ...input, reason: event.target.value })}
          />
        </Question>
      ) : null}
    </Flex>
  );
}

interface QuestionProps {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly children: React.ReactNode;
}

function Question({ label, required, error, children }: QuestionProps) {
  return (
    <Field.Root required={required} error={error}>
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Error />
    </Field.Root>
  );
}

/** Value of an input's text: empty is null, not 0 and not an empty text. */
const valueOf = (type: string, text: string): string | number | null =>
  text === '' ? null : type === 'integer' ? Number(text) : text;

interface ControlProps {
  readonly asked: MoveField;
  readonly value: unknown;
  onChange(value: unknown): void;
}

function Control({ asked, value, onChange }: ControlProps) {
  const { t, value: nameOf } = useWords();
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const direction = useTextDirection(text);
  if (asked.type === 'enumeration') {
    return (
      <Select
        placeholder={t('choose')}
        value={text}
        onChange={(next) => onChange(String(next))}
        onClear={() => onChange(null)}
      >
        {(asked.values ?? []).map((code) => (
          <SingleSelectOption key={code} value={code}>
            {nameOf(code)}
          </SingleSelectOption>
        ))}
      </Select>
    );
  }
  if (asked.type === 'boolean') {
    return (
      <Select
        value={String(value ?? '')}
        onChange={(next) => onChange(next === 'true')}
        onClear={() => onChange(null)}
      >
        <SingleSelectOption value="true">{t('yes')}</SingleSelectOption>
        <SingleSelectOption value="false">{t('no')}</SingleSelectOption>
      </Select>
    );
  }
  if (asked.type === 'text' || asked.type === 'richtext') {
    return <Textarea dir={direction} value={text} onChange={(event) => onChange(event.target.value)} />;
  }
  return (
    <TextInput
      dir={direction}
      type={asked.type === 'integer' ? 'number' : 'text'}
      value={text}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
        onChange(valueOf(asked.type, event.target.value))
      }
    />
  );
}
