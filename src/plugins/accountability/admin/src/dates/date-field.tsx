import { useRef, useState } from 'react';
import { Box, Field, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Calendar } from '@strapi/icons';
import type { Precision } from '../../../server/src/dates/partial-date';
import { useDateWords } from './use-date-words';
import { useTypedDate } from './use-typed-date';

interface Props {
  readonly name: string;
  readonly label?: React.ReactNode;
  readonly labelAction?: React.ReactNode;
  readonly ariaLabel?: string;
  readonly hint?: React.ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly error?: string;
  readonly value: string;
  readonly precision?: Precision;
  readonly unclear?: 'text' | 'nothing';
  /** S: for adjacent filters, with an example as placeholder instead of a hint below. */
  readonly size?: 'S' | 'M';
  readonly width?: string;
  readonly inputRef?: React.Ref<HTMLInputElement>;
  onChange(value: string | null): void;
}

const UNSEEN: React.CSSProperties = {
  position: 'absolute',
  insetInlineEnd: 0,
  bottom: 0,
  width: 1,
  height: 1,
  opacity: 0,
  border: 0,
  padding: 0,
};

/** An empty live region takes no space: the column of a field has gaps between its parts. */
const WITHOUT_GAP: React.CSSProperties = { position: 'absolute' };

/** The browser's own date picker, opened by a button; its result is written into the text field. */
function CalendarButton({
  date,
  precision,
  disabled,
  onChoose,
}: {
  readonly date: string;
  readonly precision: Precision;
  readonly disabled: boolean;
  onChoose(date: string): void;
}) {
  const { t } = useDateWords();
  const picker = useRef<HTMLInputElement>(null);
  const isMonth = precision === 'month';
  return (
    <Box position="relative">
      <IconButton
        type="button"
        variant="ghost"
        label={t('date.calendar')}
        disabled={disabled}
        onClick={() => picker.current?.showPicker()}
      >
        <Calendar />
      </IconButton>
      <input
        ref={picker}
        type={isMonth ? 'month' : 'date'}
        tabIndex={-1}
        aria-hidden
        disabled={disabled}
        style={UNSEEN}
        value={isMonth ? date.slice(0, 7) : date}
        onChange={(event) => {
          const chosen = event.target.value;
          if (chosen) onChoose(/^\d{4}-\d{2}$/.test(chosen) ? `${chosen}-01` : chosen);
        }}
      />
    </Box>
  );
}

/** The server's error, until the date changes. */
function useRefusal(error: string | undefined, value: string): string | undefined {
  const [refused, setRefused] = useState({ error, value });
  if (refused.error !== error) setRefused({ error, value });
  return refused.value === value ? error : undefined;
}

/** A date that is typed or picked, in its precision. */
export function DateField(props: Props) {
  const { name, value, precision = 'day', unclear = 'text', disabled = false, size = 'M', onChange } = props;
  const { form, example } = useDateWords();
  const isSmall = size === 'S';
  const refusal = useRefusal(props.error, value);
  const typed = useTypedDate({ value, precision, unclear, isRefused: Boolean(refusal), onChange });
  const error = typed.problem ?? refusal;
  return (
    <Field.Root
      name={name}
      required={props.required}
      error={error}
      width={props.width}
      hint={
        isSmall ? undefined : (
          <>
            {props.hint ? <>{props.hint} </> : null}
            {form(precision)}
          </>
        )
      }
    >
      {props.label ? <Field.Label action={props.labelAction}>{props.label}</Field.Label> : null}
      <TextInput
        ref={props.inputRef}
        aria-label={props.label ? undefined : props.ariaLabel}
        aria-invalid={error ? true : undefined}
        autoComplete="off"
        size={size}
        placeholder={isSmall ? example(precision) : undefined}
        disabled={disabled}
        value={typed.text}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => typed.type(event.target.value)}
        onBlur={() => typed.leave()}
        onKeyDown={(event: React.KeyboardEvent) => {
          if (event.key === 'Enter') typed.leave();
        }}
        endAction={
          <CalendarButton
            date={typed.date}
            precision={precision}
            disabled={disabled}
            onChoose={(date) => typed.choose(date)}
          />
        }
      />
      <Box aria-live="polite" style={typed.understood && !isSmall ? undefined : WITHOUT_GAP}>
        {typed.understood && !isSmall ? (
          <Typography variant="pi" textColor="neutral800">
            {typed.understood}
          </Typography>
        ) : null}
      </Box>
      <Field.Hint />
      <Box role="alert" style={error ? undefined : WITHOUT_GAP}>
        <Field.Error />
      </Box>
    </Field.Root>
  );
}
