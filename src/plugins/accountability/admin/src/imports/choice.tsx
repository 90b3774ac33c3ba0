import { Box, Field, SingleSelectOption } from '@strapi/design-system';
import { Select } from '../select';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly disabled?: boolean;
  onChoice(value: string): void;
}

/** A labelled select. */
export const Choice = ({ label, hint, value, options, disabled, onChoice }: Props) => (
  <Box style={{ flex: '1 1 16rem', minWidth: 0 }}>
    <Field.Root hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Select
        value={value}
        disabled={disabled}
        aria-label={label}
        onChange={(next) => onChoice(String(next))}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </Select>
      <Field.Hint />
    </Field.Root>
  </Box>
);
