import { useEffect, useState } from 'react';
import { refusalOf, type Refusal } from '../../workflow/contract';
import type { Proposal, SavedMappingView } from '../contract';
import type { ImportsApi } from '../use-imports-api';
import type { SheetMatch } from './match';
import { matchesOf, tablesOfMatches } from './sheet-match';

interface Shown {
  readonly proposal: Proposal;
  readonly first: readonly SheetMatch[];
  readonly matches: readonly SheetMatch[];
}

export interface Matching {
  /** Null while it is asked for. */
  readonly shown: Shown | null;
  readonly refusal: Refusal | null;
  /** Whether somebody has corrected what was proposed or saved. */
  readonly isCorrected: boolean;
  correct(matches: readonly SheetMatch[]): void;
}

/**
 * The match of uploaded files with fields, to be corrected.
 * @param upload null where the chosen mapping cannot be corrected: it is declared
 * @param reading how the files are opened
 */
export function useMatch(
  api: ImportsApi,
  upload: string | null,
  reading: Readonly<Record<string, string>>,
  saved: SavedMappingView | null,
): Matching {
  const [shown, setShown] = useState<Shown | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const asked = JSON.stringify(reading);
  useEffect(() => {
    setShown(null);
    setRefusal(null);
    if (upload === null) return undefined;
    let isWanted = true;
    const choice = { ...(JSON.parse(asked) as Record<string, string>), ...(saved && { saved: saved.id }) };
    api.propose(upload, choice).then(
      (proposal) => {
        const first = matchesOf(proposal, saved?.tables ?? null);
        if (isWanted) setShown({ proposal, first, matches: first });
      },
      (error: unknown) => isWanted && setRefusal(refusalOf(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [api, upload, asked, saved]);
  const tablesOf = (matches: readonly SheetMatch[]) =>
    JSON.stringify(tablesOfMatches(matches, shown?.proposal.contents ?? []));
  return {
    shown,
    refusal,
    isCorrected: shown !== null && tablesOf(shown.matches) !== tablesOf(shown.first),
    correct: (matches) => shown && setShown({ ...shown, matches }),
  };
}
