import { MORE } from '../languages/list-text';
import { storable } from './source/storable';

/** Names that a message shows. */
const MAX_NAMES = 30;
const MAX_NAME_LENGTH = 60;

/** The beginning of a name of a source: of a header, a file, a sheet. */
export const shownName = (name: string): string => storable(name).slice(0, MAX_NAME_LENGTH);

/** The first of many names, for the values of a message. */
export const shownList = (names: readonly string[]): string[] => [
  ...names.slice(0, MAX_NAMES).map(shownName),
  ...(names.length > MAX_NAMES ? [MORE] : []),
];
