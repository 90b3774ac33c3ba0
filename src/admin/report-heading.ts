import { REPORT_TITLE } from '../admin-views/layouts';
import { uidOf } from './words';

interface EditViewLayout {
  readonly layout: { readonly settings: { readonly displayName?: string; readonly mainField?: string } };
}

/** A hook of the edit view's layout: the heading of a progress report's form is the title from the server. */
export function reportHeading<Payload extends EditViewLayout>(payload: Payload): Payload {
  const { layout } = payload;
  if (uidOf(layout.settings.displayName) !== 'api::progress-report.progress-report') return payload;
  return {
    ...payload,
    layout: { ...layout, settings: { ...layout.settings, mainField: REPORT_TITLE } },
  };
}
