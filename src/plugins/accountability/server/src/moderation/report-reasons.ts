import { engineWords } from '../languages/engine-words';
import type { ReportReason } from './definition';

const WORDS = engineWords.section('report-reasons');
const CODES = ['insult', 'hate', 'personal-data', 'falsehood', 'advertising', 'other'] as const;

/** Default reasons for a report, where the application declares none. */
export const shippedReportReasons = (languages: readonly string[]): ReportReason[] =>
  CODES.map((code) => ({ code, labels: WORDS.inEach(languages, code) }));
