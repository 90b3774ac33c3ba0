import type { ColumnValue } from 'strapi-plugin-accountability/declare';
import { textIn } from 'strapi-plugin-accountability/server';
import { assessments, implementationStatuses } from '../../accountability/vocabularies';
import { html, type Html } from '../html/html';
import type { Language } from '../languages';
import type { Frame } from '../page';

/** The label of a code; an undeclared code is its own label. */
export const labelOf = (values: readonly ColumnValue[], code: string, language: Language): string =>
  textIn(values.find(({ value }) => value === code)?.labels ?? {}, language) || code;

/** Shapes that distinguish statuses without colour; each in a box of 16 by 16. */
const SHAPES: Readonly<Record<string, Html>> = {
  'not-started': html`<circle cx="8" cy="8" r="5.5" class="outline" />`,
  'in-progress': html`<circle cx="8" cy="8" r="5.5" class="outline" /><path
      d="M8 2.5a5.5 5.5 0 0 1 0 11z"
    />`,
  delayed: html`<circle cx="8" cy="8" r="5.5" class="outline" /><path d="M8 4.5V8l2.5 2" class="outline" />`,
  completed: html`<circle cx="8" cy="8" r="6.5" /><path d="m5 8.2 2.2 2.2L11.2 6" class="cut" />`,
  'not-completed': html`<circle cx="8" cy="8" r="5.5" class="outline" /><path
      d="M4.5 8h7"
      class="outline"
    />`,
  suspended: html`<path d="M4.5 3.5h2.5v9H4.5zM9 3.5h2.5v9H9z" />`,
  withdrawn: html`<path d="m4 4 8 8M12 4l-8 8" class="outline" />`,
};
const NO_SHAPE = html`<circle cx="8" cy="8" r="2" />`;

/** The shape of a status, decorative: its name is beside it. */
export const statusShape = (status: string | null): Html =>
  html`<svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${SHAPES[status ?? ''] ?? NO_SHAPE}
  </svg>`;

/** CSS class of a status; codes are letters, digits and hyphens only. */
export const statusClass = (status: string | null): string =>
  `status-${/^[a-z0-9-]+$/.test(status ?? '') ? status : 'unknown'}`;

export const statusLabel = (status: string | null, { language, words }: Pick<Frame, 'language' | 'words'>) =>
  status === null || status === '' ? words.statusUnknown : labelOf(implementationStatuses, status, language);

/** The status as shape, word and colour. */
export const statusBadge = (status: string | null, frame: Pick<Frame, 'language' | 'words'>): Html =>
  html`<span class="badge ${statusClass(status)}">${statusShape(status)}${statusLabel(status, frame)}</span>`;

/** The shape of what is overdue, decorative like those of statuses. */
export const lateShape = html`<svg
  class="shape"
  viewBox="0 0 16 16"
  width="16"
  height="16"
  aria-hidden="true"
>
  <path d="M8 1.5 15 14H1z" />
  <path d="M8 6v4M8 11.6v.8" class="cut" />
</svg>`;

export const overdueBadge = (isOverdue: boolean, { words }: Pick<Frame, 'words'>): Html =>
  isOverdue ? html`<span class="badge overdue">${lateShape}${words.overdue}</span>` : html``;

export const assessmentLabel = (
  code: string | null,
  { language, words }: Pick<Frame, 'language' | 'words'>,
) => (code === null ? words.noAssessment : labelOf(assessments, code, language));
