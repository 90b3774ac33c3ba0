import type { Html } from './html/html';
import type { Language } from './languages';
import type { Overview } from './content/overview';
import type { Words } from './words/words';

/** What every page is made with. */
export interface Frame {
  readonly language: Language;
  readonly words: Words;
  /** Absolute address of the site, without a slash at its end. */
  readonly base: string;
  /** Path of this page in a language, parameters and all. */
  readonly pathIn: (language: Language) => string;
  /** What assets are known by: an address changes with its content. */
  readonly asset: (file: string) => string;
  /** What the site says of itself. */
  readonly site: SiteFacts;
}

/** The application's own words about the site, from the settings of open data. */
export interface SiteFacts {
  readonly title: Readonly<Record<string, string>>;
  readonly publisher: { readonly name: Readonly<Record<string, string>>; readonly homepage?: string } | null;
  readonly licence: { readonly name: string; readonly url: string };
  readonly today: string;
  readonly timeZone: string;
}

/** A frame with what lists show. */
export interface ContentFrame extends Frame {
  readonly overview: Overview;
}

/** What a page puts into the layout. */
export interface Page {
  /** Without the site's name. */
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** Which entry of the menu it belongs to. */
  readonly section?: 'plans' | 'commitments' | 'organisations' | 'data';
  /** Linked data for search engines. */
  readonly linkedData?: unknown;
  /** Path by which the page is known, where it differs from its own: the first page of filtered lists and the like. */
  readonly isIndexed?: boolean;
  readonly type?: 'website' | 'article';
  /** Scripts beside the site's own. */
  readonly scripts?: readonly string[];
}
