import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { type PeriodWord, dateInWords } from 'strapi-plugin-accountability/strapi-admin';
import { endText, periodText, type PartialDate } from './component-texts';

type Row = Readonly<Record<string, unknown>>;

interface Header {
  readonly name: string;
  readonly label?: unknown;
  readonly attribute?: { readonly type?: string; readonly component?: string; readonly relation?: string };
  readonly mainField?: { readonly name: string };
  readonly cellFormatter?: (row: Row, header: unknown, meta: unknown) => React.ReactNode;
}

interface ListPayload {
  readonly displayedHeaders: readonly Header[];
  readonly layout: unknown;
}

type Value = Readonly<Record<string, string | number | null>>;

const NOTHING = '-';
const TIMEFRAME = 'shared.timeframe';
/** A list has room for one date: the deadline. */
const END = { id: 'open-commitments.columns.end', defaultMessage: 'End' };

/** The day of a moment in the reader's time zone. */
function localDay(iso: string): string {
  const moment = new Date(iso);
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function useDates() {
  const { formatMessage, locale } = useIntl();
  const word = (key: PeriodWord, values: Record<string, string>): string => {
    const name = key === 'quarter' ? key : `season.${key}`;
    return formatMessage({ id: `accountability.workflow.${name}`, defaultMessage: name }, values);
  };
  return {
    label: (code: string): string => formatMessage({ id: code, defaultMessage: code }),
    day: ({ date, precision }: PartialDate): string => dateInWords(date, precision, locale, word),
  };
}

/** Text of a component's or date's cell; null where Strapi's own is right. */
function useCellText({ type, component }: NonNullable<Header['attribute']>, value: unknown): string | null {
  const { label, day } = useDates();
  if (component === TIMEFRAME) return endText((value ?? {}) as Value, day);
  if (component === 'shared.period') return periodText((value ?? {}) as Value, label, day);
  if (typeof value !== 'string') return null;
  const isoDay = type === 'datetime' ? localDay(value) : value;
  return day({ date: isoDay, precision: 'day' });
}

/**
 * Title of the single document of a relation; truncated, so that a column of them does not push the others out of
 * view.
 */
function NameCell({ value, mainField }: { value: unknown; mainField: string }) {
  const name = (value as Row | null | undefined)?.[mainField];
  return (
    <Typography textColor="neutral800" ellipsis maxWidth="24rem">
      {typeof name === 'string' && name !== '' ? name : NOTHING}
    </Typography>
  );
}

function TextCell({ attribute, value }: { attribute: NonNullable<Header['attribute']>; value: unknown }) {
  const text = useCellText(attribute, value);
  return <Typography textColor="neutral800">{text || NOTHING}</Typography>;
}

const isOurs = ({ type, component }: NonNullable<Header['attribute']>): boolean =>
  ['date', 'datetime'].includes(type ?? '') || [TIMEFRAME, 'shared.period'].includes(component ?? '');

/**
 * Shows dates, ends and periods in lists in the panel's language and in their precision: Strapi shows the first
 * field of a component, and browsers lack Georgian names of months.
 */
export const datesInLists = ({ displayedHeaders, ...rest }: ListPayload) => ({
  ...rest,
  displayedHeaders: displayedHeaders.map((header): Header => {
    const { attribute } = header;
    if (!attribute || header.cellFormatter) return header;
    const { mainField } = header;
    if (mainField && ['oneToOne', 'manyToOne'].includes(attribute.relation ?? '')) {
      return {
        ...header,
        cellFormatter: (row) => <NameCell value={row[header.name]} mainField={mainField.name} />,
      };
    }
    if (!isOurs(attribute)) return header;
    return {
      ...header,
      ...(attribute.component === TIMEFRAME && { label: END }),
      cellFormatter: (row) => <TextCell attribute={attribute} value={row[header.name]} />,
    };
  }),
});
