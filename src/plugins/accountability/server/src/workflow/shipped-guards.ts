import type { Timeframe } from '../dates/partial-date';
import { defineGuard, type GuardDeclaration } from './definition';
import { endHasPassed } from './overdue';
import { hasValue } from './requirements';
import type { KeyOf } from '../languages/words';
import { engineWords } from '../languages/engine-words';

const WORDS = engineWords.section('guards');

const message = (key: KeyOf<typeof WORDS>) => WORDS.texts(key);

/** The document has a published version. */
export const hasPublishedVersion = defineGuard({
  name: 'hasPublishedVersion',
  message: message('hasPublishedVersion'),
  holds: ({ published }) => published,
});

/** The document has a value in the attribute, in any language, stored or given with the move. */
export const hasField = (name: string, attribute: string, words: GuardDeclaration['message']) =>
  defineGuard({ name, message: words, holds: (facts) => hasValue(facts, attribute) });

/** The latest possible end of the timeframe has passed. */
export const endDatePassed = (timeframe: string) =>
  defineGuard({
    name: 'endDatePassed',
    message: message('endDatePassed'),
    needs: { components: [timeframe] },
    holds: ({ document, today }) => endHasPassed(document[timeframe] as Timeframe | null, today),
  });

/** All related documents are in one of the states; true for a document without any. */
export const allRelatedIn = (
  name: string,
  relation: string,
  field: string,
  states: readonly string[],
  words: GuardDeclaration['message'],
) =>
  defineGuard({
    name,
    message: words,
    needs: { relatedStates: { [relation]: field } },
    holds: ({ relatedStates }) => (relatedStates[relation] ?? []).every((state) => states.includes(state)),
  });
