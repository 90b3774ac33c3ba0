import type { AskApi } from '../api/ask-api';

type Labels = Readonly<Record<string, string>>;

interface Link {
  readonly href: string;
  readonly mediaType: string;
}

/** The index of open data, as far as the data page uses it. */
export interface DataIndex {
  readonly archive: Link;
  readonly releases: {
    readonly versions: readonly { readonly version: string; readonly url?: string; readonly href?: string }[];
  };
  readonly datasets: readonly {
    readonly name: string;
    readonly labels: Labels;
    readonly description: Labels;
    readonly columns: readonly {
      readonly name: string;
      readonly type: string;
      readonly labels: Labels;
      readonly description: Labels;
    }[];
    readonly links: readonly (Link & { readonly format: string })[];
    readonly documents: readonly Link[];
  }[];
}

/** Reads the list of datasets. */
export const readDataIndex = async (ask: AskApi): Promise<DataIndex> =>
  (await ask('/api/open-data')) as DataIndex;
