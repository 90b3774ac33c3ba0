import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Precision } from '../../../server/src/dates/partial-date';
import { dateInWords } from '../../../shared/date-in-words';
import { dateText, type SeasonWords } from '../../../shared/date-text';
import type { DayFault } from '../../../shared/iso-day';
import { PLUGIN_ID } from '../plugin-id';

/** The messages of date fields in the panel's language. */
export function useDateWords() {
  const { formatMessage, locale } = useIntl();
  return useMemo(() => {
    const t = (key: string, values?: Record<string, string>): string =>
      formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: key }, values);
    const seasons: SeasonWords = {
      winter: t('date.winter'),
      spring: t('date.spring'),
      summer: t('date.summer'),
      autumn: t('date.autumn'),
    };
    const form = (precision: Precision): string => t(`date.form.${precision === 'none' ? 'day' : precision}`);
    return {
      t,
      language: locale,
      seasons,
      form,
      /** A date in the field's format. */
      example: (precision: Precision): string => dateText('2027-12-31', precision, locale, seasons),
      problem: (problem: DayFault, precision: Precision): string =>
        t(`date.problem.${problem}`, { form: form(precision) }),
      inWords: (date: string, precision: Precision): string =>
        dateInWords(date, precision, locale, (key, values) =>
          t(key === 'quarter' ? 'workflow.quarter' : `workflow.season.${key}`, values),
        ),
    };
  }, [formatMessage, locale]);
}
