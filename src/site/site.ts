import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import {
  type Coding,
  applicationVersion,
  entityTag,
  openDataConfig,
  siteDay,
  siteUrl,
  siteVersion,
} from 'strapi-plugin-accountability/server';
import { askApiAgain, askedOnce, type AskApiAgain } from './api/ask-api';
import type { KeptRows } from './content/dataset-rows';
import type { Overview } from './content/overview';
import { Assets } from './http/assets';
import { PageCache, type MadePage } from './http/page-cache';
import { packText } from './http/packing';
import { withTimeout } from './http/timeout';
import type { Language } from './languages';
import type { Frame } from './page';
import { pages, type Route } from './routes';
import { wordsOf } from './words/words';

const CACHE_BYTES = 32 * 1024 * 1024;

/** The public pages of an application: their data, and the cache for the current site version. */
export class Site {
  readonly assets: Assets;
  private readonly pages = new PageCache(CACHE_BYTES);
  private readState: (() => Promise<string>) | undefined;
  private readonly rows: KeptRows = new Map();
  private overview: { readonly state: string; readonly read: Promise<Overview> } | undefined;

  constructor(private readonly strapi: Core.Strapi) {
    this.assets = new Assets(path.join(strapi.dirs.app.root, 'public/site'));
  }

  private get areCommentsOpen(): boolean {
    return this.strapi.config.get<boolean>('plugin::accountability.comments.open', true);
  }

  /** Input of pages for a visitor. */
  frame(ctx: Context, language: Language, pathIn: Frame['pathIn']): Frame {
    const { strapi, assets } = this;
    const { title, publisher, licence } = openDataConfig(strapi).openData;
    return {
      language,
      words: wordsOf(language),
      base: siteUrl(strapi, ctx),
      pathIn,
      asset: assets.address,
      site: {
        title: title ?? { [language]: wordsOf(language).homeTitle },
        publisher: publisher ?? null,
        licence,
        today: siteDay(strapi),
        timeZone: strapi.config.get<string>('plugin::accountability.timeZone'),
      },
    };
  }

  /** The content of lists, read once per site version, and only its changed datasets. A failure is not cached. */
  private overviewOf(state: string, ask: AskApiAgain): Promise<Overview> {
    if (this.overview?.state !== state) {
      const read = pages().readOverview(ask, this.rows);
      const entry = { state, read };
      this.overview = entry;
      read.catch(() => {
        if (this.overview === entry) this.overview = undefined;
      });
    }
    return (this.overview as { read: Promise<Overview> }).read;
  }

  /**
   * The current page, rendered or cached.
   * @throws NotThere where nothing is published at the address
   * @throws errors of reading the data
   */
  page(ctx: Context, route: Route, language: Language, coding: Coding): Promise<MadePage> {
    return withTimeout(this.pageNow(ctx, route, language, coding));
  }

  private async pageNow(ctx: Context, route: Route, language: Language, coding: Coding): Promise<MadePage> {
    const { strapi } = this;
    this.readState ??= siteVersion(strapi);
    // Read before the page is rendered: it may be newer than the version it is cached for, never older.
    const state = await this.readState();
    const frame = this.frame(ctx, language, route.pathIn);
    const key = [coding, frame.base, language, route.pathIn(language)].join(' ');
    const known = this.pages.get(key, state);
    if (known) return known;
    await pages().loadHtmlTree();
    const ask = askApiAgain(strapi, ctx, language);
    const text = await route.make(frame, {
      ask: askedOnce(ask),
      overview: () => this.overviewOf(state, ask),
      areCommentsOpen: this.areCommentsOpen,
    });
    const made = {
      state,
      etag: entityTag([applicationVersion(strapi), this.assets.mark, this.areCommentsOpen, key, state]),
      body: await packText(text, coding),
    };
    this.pages.set(key, made);
    return made;
  }

  /** The error page for an unknown address. */
  notFound(ctx: Context, language: Language, { isCard = false }: Pick<Route, 'isCard'> = {}): string {
    const frame = this.frame(ctx, language, (other) =>
      other === language ? ctx.path : `${ctx.path}?locale=${other}`,
    );
    const { layout, missingCard, notFoundPage } = pages();
    return isCard ? missingCard(frame) : layout(notFoundPage(frame), frame);
  }

  /** The error page for an address that is too long; it has no address of its own. */
  tooLong(ctx: Context, language: Language): string {
    const frame = this.frame(ctx, language, (other) =>
      other === language ? ctx.path : `${ctx.path}?locale=${other}`,
    );
    const { layout, tooLongPage } = pages();
    return layout(tooLongPage(frame), frame);
  }

  /** The error page while data are unavailable. */
  unavailable(ctx: Context, { isCard = false }: Pick<Route, 'isCard'> = {}): string {
    if (isCard) return pages().unavailableCard(this.assets.address);
    return pages().unavailablePage(ctx.url, this.assets.address);
  }
}
