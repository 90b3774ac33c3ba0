import { word } from '../../words/word';

/** Reasons for a report. */
export const reportReasons = [
  { code: 'insult', labels: word('report-reasons', 'insult') },
  { code: 'hate', labels: word('report-reasons', 'hate') },
  { code: 'personal-data', labels: word('report-reasons', 'personal-data') },
  { code: 'falsehood', labels: word('report-reasons', 'falsehood') },
  { code: 'advertising', labels: word('report-reasons', 'advertising') },
  { code: 'other', labels: word('report-reasons', 'other') },
] as const;
