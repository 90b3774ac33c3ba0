import type { Html } from './html/html';
import type { Language, Texts } from './languages';
import type { Overview } from './content/overview';
import type { Words } from './words/words';

/** Input of every page. */
export interface Frame {
  readonly language: Language;
  readonly words: Words;
  /** Absolute address of the site, without a trailing slash. */
  readonly base: string;
  /** Path of this page in a language, with its parameters. */
  readonly pathIn: (language: Language) => string;
  /** Addresses of assets, which change with their content. */
  readonly asset: (file: string) => string;
  /** Name and description of the site. */
  readonly site: SiteFacts;
}

/** The application's own texts about the site, from the settings of open data. */
export interface SiteFacts {
  readonly title: Readonly<Record<string, string>>;
  readonly publisher: { readonly name: Readonly<Record<string, string>>; readonly homepage?: string } | null;
  /** What the site is for, by the setting; else the pages' own words. */
  readonly introduction: Texts;
  /** File of the publisher's emblem among the assets; null without one. */
  readonly emblem: string | null;
  /** Whether documents can be followed by mail. */
  readonly isFollowOpen: boolean;
  readonly licence: { readonly name: string; readonly url: string };
  readonly today: string;
  readonly timeZone: string;
}

/** A frame with the content of lists. */
export interface ContentFrame extends Frame {
  readonly overview: Overview;
}

/** A page's content for the layout. */
export interface Page {
  /** Without the site's name. */
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** Which entry of the menu it belongs to. */
  readonly section?: 'plans' | 'commitments' | 'organisations' | 'data';
  /** Linked data for search engines. */
  readonly linkedData?: unknown;
  /** Canonical path, where it differs from its own: the first page of filtered lists and the like. */
  readonly isIndexed?: boolean;
  readonly type?: 'website' | 'article';
  /** Scripts in addition to the site's own. */
  readonly scripts?: readonly string[];
}
