import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import {
  type Coding,
  applicationVersion,
  entityTag,
  findDocuments,
  openDataConfig,
  siteDay,
  siteUrl,
  siteVersion,
  type SiteVersion,
} from 'strapi-plugin-accountability/server';
import { inEachLanguage } from '../settings/in-each-language';
import { INTRODUCTION, siteColours } from '../settings/site-look';
import { askApiAgain, askedOnce, NotThere } from './api/ask-api';
import type { CurrentContent } from './content/current-content';
import type { LogoCache } from './content/logos';
import type { RevisionCache } from './content/revision-cache';
import { Assets } from './http/assets';
import { Freshness, STALE_SECONDS } from './http/freshness';
import { olderThan, PageCache, type MadePage } from './http/page-cache';
import { packText } from './http/packing';
import { orAfter, withTimeout } from './http/timeout';
import { DEFAULT_LANGUAGE, type Language } from './languages';
import type { Frame } from './page';
import { pages, type CommitmentParts, type Route } from './routes';
import { wordsOf } from './words/words';

const CACHE_BYTES = 32 * 1024 * 1024;
/** Commitments whose own texts are kept in a language, and how long: a file that is replaced in the media library changes no document. */
const KEPT_COMMITMENTS = 200;
const MAX_AGE_OF_PARTS_MS = 60_000;

/** A page as it is sent. */
export interface ServedPage extends MadePage {
  /** Seconds since it was known to be current; 0 for a current page. */
  readonly age: number;
}

/** The public pages of an application: their data, and the cache of rendered pages. */
export class Site {
  readonly assets: Assets;
  private readonly pages = new PageCache(CACHE_BYTES);
  private readonly making = new Map<
    string,
    { readonly version: string; readonly page: Promise<ServedPage> }
  >();
  private readonly freshness = new Freshness();
  private readVersion: (() => Promise<SiteVersion>) | undefined;
  private lists: CurrentContent | undefined;
  private knownLogos: LogoCache | undefined;
  private commitmentParts: RevisionCache<CommitmentParts> | undefined;

  constructor(private readonly strapi: Core.Strapi) {
    const { env } = process;
    this.assets = new Assets(path.join(strapi.dirs.app.root, 'public/site'), {
      styles: siteColours(env),
      emblem: env.SITE_EMBLEM || undefined,
    });
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
        introduction: inEachLanguage((name) => process.env[name], INTRODUCTION) ?? {},
        emblem: assets.emblem,
        isFollowOpen: strapi.config.get<boolean>('plugin::accountability.follow.mail', false),
        licence,
        today: siteDay(strapi),
        timeZone: strapi.config.get<string>('plugin::accountability.timeZone'),
      },
    };
  }

  /** The version of the site now. */
  private async version(): Promise<SiteVersion> {
    this.readVersion ??= siteVersion(this.strapi);
    const version = await this.readVersion();
    this.freshness.see(version);
    return version;
  }

  /** The content of lists. Loaded with the first page, as all that makes pages is. */
  private get content(): CurrentContent {
    const { strapi } = this;
    const { CurrentContent, newOverviewReader } = pages();
    this.lists ??= new CurrentContent(
      newOverviewReader(strapi.config.get<string>('plugin::accountability.timeZone')),
      STALE_SECONDS,
    );
    return this.lists;
  }

  /**
   * The page as it is now, or, where that would keep the reader waiting because content is being written, as it was
   * at most `staleSeconds` ago (stale-while-revalidate).
   * @throws NotThere where nothing is published at the address
   * @throws errors of reading the data
   */
  async page(ctx: Context, route: Route, language: Language, coding: Coding): Promise<ServedPage> {
    const frame = this.frame(ctx, language, route.pathIn);
    const key = [coding, frame.base, language, route.pathIn(language)].join(' ');
    const known = this.pages.get(key);
    const { freshness } = this;
    const isUsable = known !== undefined && freshness.isUsable(known.currentAt);
    if (isUsable && freshness.isRecent(known.currentAt)) return olderThan(known, Date.now());
    const current = this.currentPage(ctx, route, language, { key, frame, coding });
    if (!isUsable) return withTimeout(current);
    const made = await orAfter(freshness.timeoutMs, current).catch((error: unknown) => {
      // What is not public any more is not shown from the memory either.
      if (error instanceof NotThere) throw error;
      this.strapi.log.error(error);
      return undefined;
    });
    return made ?? olderThan(known, Date.now());
  }

  /**
   * The page of the present version: from the cache, or made once for all who ask for it. Its lists may be a little
   * older, which its age then says.
   */
  private async currentPage(
    ctx: Context,
    route: Route,
    language: Language,
    target: { readonly key: string; readonly frame: Frame; readonly coding: Coding },
  ): Promise<ServedPage> {
    const { key } = target;
    for (;;) {
      // Read before the page is rendered: it may be newer than the version it is cached for, never older.
      const version = await this.version();
      const known = this.pages.get(key);
      if (known?.state === version.text) return { ...this.pages.confirm(key, known), age: 0 };
      const running = this.making.get(key);
      if (running?.version === version.text) return running.page;
      if (!running) {
        const page = this.make(ctx, route, language, { ...target, version });
        this.making.set(key, { version: version.text, page });
        try {
          return await page;
        } finally {
          this.making.delete(key);
        }
      }
      // One page at a time is made for an address.
      await running.page.catch(() => undefined);
    }
  }

  private async make(
    ctx: Context,
    route: Route,
    language: Language,
    {
      key,
      frame,
      coding,
      version,
    }: {
      readonly key: string;
      readonly frame: Frame;
      readonly coding: Coding;
      readonly version: SiteVersion;
    },
  ): Promise<ServedPage> {
    const { strapi } = this;
    const started = Date.now();
    await pages().loadHtmlTree();
    const ask = askApiAgain(strapi, ctx, language);
    let state = version.text;
    let outdatedAt: number | null = null;
    const text = await route.make(frame, {
      ask: askedOnce(ask),
      overview: async () => {
        const content = await this.content.at(version, ask);
        const isOlder =
          content.version.lastChange < version.lastChange || content.version.day !== version.day;
        if (isOlder) state = content.version.text;
        ({ outdatedAt } = content);
        return content.overview;
      },
      knownOverview: () => this.content.known,
      isOverviewOfVersion: () => this.content.lastChange === version.lastChange,
      commitmentParts: (this.commitmentParts ??= pages().newRevisionCache<CommitmentParts>(
        KEPT_COMMITMENTS,
        MAX_AGE_OF_PARTS_MS,
      )),
      logos: (ids, { organisations }) => {
        this.knownLogos ??= pages().newLogoCache();
        return this.knownLogos.of(askedOnce(ask), ids, language, organisations);
      },
      search: async (searched) => {
        const matches = await pages().searchMatches(
          (words) => findDocuments(strapi, { text: words, kind: 'commitment' }),
          searched,
          { lastChange: version.lastChange, onError: (error) => strapi.log.error(error) },
        );
        // Created again at the next request, until the index has caught up.
        if (!matches?.isCurrent) state = `${version.text} ${started}`;
        return matches;
      },
      areCommentsOpen: this.areCommentsOpen,
    });
    const made = {
      state,
      currentAt: outdatedAt ?? started,
      etag: entityTag([
        applicationVersion(strapi),
        this.assets.mark,
        this.areCommentsOpen,
        frame.site.isFollowOpen,
        key,
        state,
      ]),
      body: await packText(text, coding),
    };
    this.pages.set(key, made);
    return outdatedAt === null ? { ...made, age: 0 } : olderThan(made, Date.now());
  }

  /** Reads the content of lists, for those who come later. */
  async warmUp(visitor: Pick<Context, 'headers' | 'req'>): Promise<void> {
    await this.content.at(await this.version(), askApiAgain(this.strapi, visitor, DEFAULT_LANGUAGE));
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
