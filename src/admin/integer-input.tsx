import { Field, TextInput } from '@strapi/design-system';
import { InputRenderer, useField } from '@strapi/strapi/admin';

interface Props {
  readonly name: string;
  readonly type: 'integer';
  readonly label: string;
  readonly labelAction?: React.ReactNode;
  readonly hint?: React.ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** Value of a typed year: a number, null, or the text itself, which the form then rejects. */
const yearOf = (text: string): number | string | null => {
  if (text.trim() === '') return null;
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
};

function YearInput({ name, label, labelAction, hint, required, disabled }: Props) {
  const field = useField<number | string | null>(name);
  return (
    <Field.Root name={name} required={required} hint={hint} error={field.error}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <TextInput
        inputMode="numeric"
        disabled={disabled}
        value={String(field.value ?? '')}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
          field.onChange(name, yearOf(event.target.value))
        }
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

/** A whole-number input without digit grouping; Strapi's number field would show a year as 2,019. */
export function IntegerInput(props: Props) {
  return /(^|\.)year$/i.test(props.name) ? <YearInput {...props} /> : <InputRenderer {...props} />;
}
