import type { SiteVersion } from 'strapi-plugin-accountability/server';
import { askedOnce, type AskApiAgain } from '../api/ask-api';
import { MANY_CHANGES } from '../http/freshness';
import { orAfter } from '../http/timeout';
import { readFirstChange } from './changed-documents';
import type { Overview } from './overview';
import type { OverviewReader } from './overview-reader';

/** How long a page waits for changes of lists; then it is made of the lists as they are. */
const TIMEOUT_MS = 2_000;
const TIMEOUT_OF_MANY_MS = 20;

/** The content of lists, as pages get it. */
export interface ListContent {
  readonly overview: Overview;
  /** The version it has at least. */
  readonly version: SiteVersion;
  /**
   * When it stopped being current, in milliseconds since 1970; null for content of the version that was asked for, or
   * that another day has made old.
   */
  readonly outdatedAt: number | null;
}

/** Decides how long pages wait for the content of lists. */
export class CurrentContent {
  /**
   * @param staleSeconds the oldest content that pages are made of while newer is read
   */
  constructor(
    private readonly reader: OverviewReader,
    private readonly staleSeconds: number,
  ) {}

  /** The content as it was read last; undefined before the first time. */
  get known(): Overview | undefined {
    return this.reader.present?.overview;
  }

  /** The place in the change log up to which it was read last. */
  get lastChange(): number | undefined {
    return this.reader.present?.version.lastChange;
  }

  /** Whether reading what has changed up to a version takes seconds. */
  private isFarBehind({ lastChange }: SiteVersion): boolean {
    const { present } = this.reader;
    return present !== undefined && lastChange - present.version.lastChange > MANY_CHANGES;
  }

  /**
   * The content of lists, of the version at least. While many documents change at once it is what was read before them,
   * rather than nothing, as long as that is young enough.
   * @throws errors of reading the data
   */
  async at(version: SiteVersion, ask: AskApiAgain): Promise<ListContent> {
    const { reader } = this;
    const timeout = this.isFarBehind(version) ? TIMEOUT_OF_MANY_MS : TIMEOUT_MS;
    const update = reader.update(ask, version);
    if (!reader.present) await update;
    else await orAfter(timeout, update);
    let outdatedAt = await this.outdatedAt(version, ask);
    if (outdatedAt !== null && Date.now() - outdatedAt >= this.staleSeconds * 1_000) {
      await update;
      outdatedAt = await this.outdatedAt(version, ask);
    }
    const { present } = reader;
    if (!present) throw new Error('No content was read');
    return { ...present, outdatedAt };
  }

  /** When the first change happened that the content does not have; null where it has all up to the version. */
  private async outdatedAt(version: SiteVersion, ask: AskApiAgain): Promise<number | null> {
    const known = this.reader.present?.version.lastChange ?? version.lastChange;
    return known < version.lastChange ? readFirstChange(askedOnce(ask), known) : null;
  }
}
