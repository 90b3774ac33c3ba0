import { useField } from '@strapi/strapi/admin';
import { useIntl, type MessageDescriptor } from 'react-intl';
import { precisionName, precisionOf } from '../../../shared/date-text';
import { DateField } from './date-field';

interface Props {
  readonly name: string;
  readonly label?: React.ReactNode;
  readonly labelAction?: React.ReactNode;
  readonly 'aria-label'?: string | MessageDescriptor;
  readonly hint?: React.ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** A date input of Strapi's forms, in the precision of its sibling field. */
export function DateInput({ name, label, labelAction, hint, required, disabled }: Props) {
  const field = useField<string | null>(name);
  const precision = useField<string | null>(precisionName(name) ?? name);
  return (
    <DateField
      name={name}
      label={label}
      labelAction={labelAction}
      hint={hint}
      required={required}
      disabled={disabled}
      error={field.error}
      value={field.value ?? ''}
      precision={precisionOf(precision.value)}
      onChange={(value) => field.onChange(name, value)}
    />
  );
}

/** A date in a list's filters: an invalid text filters nothing. */
export function DateFilterInput({ name, ...props }: Props) {
  const { formatMessage } = useIntl();
  const field = useField<string | null>(name);
  const label = props['aria-label'];
  return (
    <DateField
      name={name}
      ariaLabel={typeof label === 'object' ? formatMessage(label) : label}
      unclear="nothing"
      value={typeof field.value === 'string' ? field.value : ''}
      onChange={(value) => field.onChange(name, value)}
    />
  );
}
