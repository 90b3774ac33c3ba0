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

/** The public pages of an application: what they are made of, and what has been made for the present state. */
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

  /** What pages are made with for a visitor. */
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

  /** All that lists show, read once for each state, and of it only what has changed. A failure is not kept. */
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
   * A page as it is now, made or remembered.
   * @throws NotThere where nothing is published at the address
   * @throws what keeps the data from being read
   */
  page(ctx: Context, route: Route, language: Language, coding: Coding): Promise<MadePage> {
    return withTimeout(this.pageNow(ctx, route, language, coding));
  }

  private async pageNow(ctx: Context, route: Route, language: Language, coding: Coding): Promise<MadePage> {
    const { strapi } = this;
    this.readState ??= siteVersion(strapi);
    // Before the page is made: it may be younger than the state it is remembered for, never older.
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

  /** The page that says that there is none. */
  notFound(ctx: Context, language: Language, { isCard = false }: Pick<Route, 'isCard'> = {}): string {
    const frame = this.frame(ctx, language, (other) =>
      other === language ? ctx.path : `${ctx.path}?locale=${other}`,
    );
    const { layout, missingCard, notFoundPage } = pages();
    return isCard ? missingCard(frame) : layout(notFoundPage(frame), frame);
  }

  /** The page that says that the address is too long; it stands at none itself. */
  tooLong(ctx: Context, language: Language): string {
    const frame = this.frame(ctx, language, (other) =>
      other === language ? ctx.path : `${ctx.path}?locale=${other}`,
    );
    const { layout, tooLongPage } = pages();
    return layout(tooLongPage(frame), frame);
  }

  /** The page that says that nothing can be read now. */
  unavailable(ctx: Context, { isCard = false }: Pick<Route, 'isCard'> = {}): string {
    if (isCard) return pages().unavailableCard(this.assets.address);
    return pages().unavailablePage(ctx.url, this.assets.address);
  }
}
