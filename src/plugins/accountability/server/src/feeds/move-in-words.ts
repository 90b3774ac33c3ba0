import type { Core } from '@strapi/strapi';
import { partialDateInWords } from '../dates/partial-date-in-words';
import { plainTitle } from '../markup/plain-title';
import { stateView } from '../workflow/history';
import { workflowConfig } from '../workflow/registry';
import type { Move } from './move';
import { feedWord } from './words';

/** A move in a language. */
export interface DescribedMove {
  /** What moved from where to where, and as of when. */
  readonly title: string;
  /** Label of the new state. */
  readonly to: string;
  /** Null without one. */
  readonly reason: string | null;
}

/** Describes a move of a declared workflow. @param shown title of the document */
export function moveInWords(strapi: Core.Strapi, move: Move, shown: string, locale: string): DescribedMove {
  const { languages, workflows } = workflowConfig(strapi);
  const workflow = workflows.find(
    ({ contentType, name }) => contentType === move.subject_type && name === move.workflow,
  );
  const labelOf = (code: string): string =>
    (workflow && stateView(workflow, code, languages).labels[locale]) ?? code;
  const transition = workflow?.transitions.find(({ name }) => name === move.transition)?.labels[locale] ?? '';
  const values = {
    title: shown,
    from: labelOf(move.from_state ?? ''),
    to: labelOf(move.to_state),
    transition,
    date: move.as_of === null ? '' : partialDateInWords(move.as_of, move.as_of_precision, locale),
  };
  const key =
    move.from_state === null ? 'recorded' : move.from_state === move.to_state ? 'stayed' : 'changed';
  const change = feedWord(locale, key, values);
  return {
    title: move.as_of === null ? change : feedWord(locale, 'as-of', { ...values, change }),
    to: values.to,
    reason: move.reason ? feedWord(locale, 'reason', { reason: plainTitle(move.reason) }) : null,
  };
}
