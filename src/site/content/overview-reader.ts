import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SiteVersion } from 'strapi-plugin-accountability/server';
import { askedOnce, type AskApi, type AskApiAgain } from '../api/ask-api';
import { readChangedDocuments, type ChangedDocuments } from './changed-documents';
import { allRows, rowsOf, rowsWhere, type KeptRows } from './dataset-rows';
import { LiveOverview, type Changed, type Overview, type OverviewChange } from './overview';
import { READINGS, type Reading } from './records';

/** Beyond this number of changed documents, everything is read again. */
const MAX_CHANGES = 5_000;

/** Documents that are put into the lists before other requests get their turn. */
const AT_ONCE = 5_000;

/** The documents of a dataset in parts. */
async function* inParts<T>(documents: readonly T[]): AsyncGenerator<Changed<T>> {
  for (let start = 0; start < documents.length; start += AT_ONCE) {
    if (start > 0) await nextTurn();
    yield { present: documents.slice(start, start + AT_ONCE), gone: [] };
  }
}

/** The changed documents of a dataset, as they are now. */
async function changed<T extends { readonly id: string }>(
  ask: AskApi,
  reading: Reading<T>,
  changes: ChangedDocuments['ids'],
): Promise<Changed<T>> {
  const ids = [...(changes.get(reading.dataset) ?? [])];
  const present = await rowsWhere(ask, reading, 'id', ids);
  const found = new Set(present.map(({ id }) => id));
  return { present, gone: ids.filter((id) => !found.has(id)) };
}

/**
 * The overview of what is published, kept up to date from the change feed: document by document, in every instance.
 * All of it is read at first, after midnight (what is overdue depends on the day), and after very many changes.
 */
export class OverviewReader {
  private overview: LiveOverview | undefined;
  private known: SiteVersion | undefined;
  private kept: KeptRows = new Map();
  private updating: Promise<void> | undefined;

  /** @param timeZone of the site */
  constructor(private readonly timeZone?: string) {}

  /** The overview as it was read last, and the version it has at least; undefined before the first one. */
  get present(): { readonly overview: Overview; readonly version: SiteVersion } | undefined {
    return this.overview && this.known && { overview: this.overview, version: this.known };
  }

  /**
   * Reads what has changed up to a version. Updates run one after the other; a failed one leaves the overview as it was.
   * @throws errors of reading the data
   */
  async update(ask: AskApiAgain, version: SiteVersion): Promise<void> {
    while (this.updating) await this.updating.catch(() => undefined);
    if (this.known && this.isUpToDate(this.known, version)) {
      this.known = version;
      return;
    }
    const update = this.read(ask, version);
    this.updating = update;
    try {
      await update;
    } finally {
      this.updating = undefined;
    }
  }

  private isUpToDate(known: SiteVersion, version: SiteVersion): boolean {
    return known.lastChange === version.lastChange && known.day === version.day;
  }

  private async read(ask: AskApiAgain, version: SiteVersion): Promise<void> {
    const { known, overview } = this;
    // A lower number than the known one: the database was restored.
    const isNext = known && known.day === version.day && known.lastChange <= version.lastChange;
    const changes =
      overview && isNext && (await readChangedDocuments(askedOnce(ask), known.lastChange, MAX_CHANGES));
    if (!overview || !changes) {
      this.overview = await this.readAll(ask);
    } else {
      overview.apply(await this.readChange(ask, changes));
    }
    this.known = { ...version, lastChange: Math.max(version.lastChange, (changes || undefined)?.last ?? 0) };
  }

  /** Sequentially: one slot is reserved for the pages' own reads. */
  private async readAll(ask: AskApiAgain): Promise<LiveOverview> {
    const overview = new LiveOverview(this.timeZone);
    overview.apply({
      plans: await rowsOf(ask, READINGS.plans, this.kept),
      themes: await rowsOf(ask, READINGS.themes, this.kept),
      organisations: await rowsOf(ask, READINGS.organisations, this.kept),
    });
    const one = askedOnce(ask);
    const moves = await rowsWhere(one, READINGS.history, 'dataset', [READINGS.commitments.dataset]);
    overview.apply({ history: { of: [], moves } });
    for await (const commitments of inParts(await allRows(one, READINGS.commitments)))
      overview.apply({ commitments });
    for await (const milestones of inParts(await allRows(one, READINGS.milestones)))
      overview.apply({ milestones });
    for await (const reports of inParts(await allRows(one, READINGS.reports))) overview.apply({ reports });
    return overview;
  }

  /** The documents named by the feed, as they are now. Siblings whose order changed with them are named too. */
  private async readChange(ask: AskApiAgain, { ids }: ChangedDocuments): Promise<OverviewChange> {
    const one = askedOnce(ask);
    const named = [...(ids.get(READINGS.commitments.dataset) ?? [])];
    const isNamed = ({ dataset }: Pick<Reading<unknown>, 'dataset'>): boolean => ids.has(dataset);
    // At the same time, as far as there are slots for own exports.
    const [moves, commitments, milestones, reports] = await Promise.all([
      rowsWhere(one, READINGS.history, 'record_id', named),
      changed(one, READINGS.commitments, ids),
      changed(one, READINGS.milestones, ids),
      changed(one, READINGS.reports, ids),
    ]);
    return {
      ...(isNamed(READINGS.plans) && { plans: await rowsOf(ask, READINGS.plans, this.kept) }),
      ...(isNamed(READINGS.themes) && { themes: await rowsOf(ask, READINGS.themes, this.kept) }),
      ...(isNamed(READINGS.organisations) && {
        organisations: await rowsOf(ask, READINGS.organisations, this.kept),
      }),
      history: { of: named, moves },
      commitments,
      milestones,
      reports,
    };
  }
}

/** A reader that has read nothing yet. @param timeZone of the site, by default UTC */
export const newOverviewReader = (timeZone?: string): OverviewReader => new OverviewReader(timeZone);
