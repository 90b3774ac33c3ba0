import { addedUp } from '../content/status-tally';
import { html, type Html } from '../html/html';
import { downloadParameters } from '../list/downloads';
import { filterForm } from '../list/filter-form';
import { isNarrowed, listPath, type ListQuery } from '../list/list-query';
import type { SearchMatches } from '../list/search-matches';
import { selectCommitments, type Selection } from '../list/select';
import type { ContentFrame, Page } from '../page';
import { statusFigure } from '../parts/bars';
import { commitmentCards } from '../parts/commitment-card';
import { countByStatus } from '../parts/progress';
import { pager } from '../parts/pager';
import { formatName } from '../parts/format-name';
import { fill } from '../words/words';

const FORMATS = ['csv', 'xlsx', 'json', 'ndjson', 'xml', 'parquet', 'jsonld'];

/** Files with exactly the listed commitments. */
function downloads({ found }: Selection, query: ListQuery, { overview, words }: ContentFrame): Html {
  const parameters = downloadParameters(query, found, overview);
  if (found.length === 0) return html``;
  return html`<section class="downloads" aria-labelledby="downloads">
    <h2 id="downloads">${words.downloads}</h2>
    ${
      parameters === null
        ? html`<p>${words.downloadTooMany}</p>`
        : html`<ul class="chips">
            ${FORMATS.map(
              (format) =>
                html`<li>
                  <a href="/api/open-data/commitments.${format}${parameters && `?${parameters}`}" download
                    >${formatName(format)}</a
                  >
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

/** A note on a search that is less than usual: of words that only resemble, or without an index. */
function searchNote({ search }: ListQuery, matches: SearchMatches | null, { words }: ContentFrame): Html {
  if (search === '') return html``;
  if (!matches) return html`<p class="note">${words.searchTitlesOnly}</p>`;
  return matches.isApproximate ? html`<p class="note">${words.searchApproximate}</p>` : html``;
}

/**
 * The list of commitments: search, filters, order and page number are all in the address.
 * @param matches what the search index has; null without a search, or without the index
 */
export async function commitmentsPage(
  query: ListQuery,
  frame: ContentFrame,
  matches: SearchMatches | null,
): Promise<Page> {
  const { overview, words, language } = frame;
  const selection = selectCommitments(overview, query, language, matches);
  const places = await matches?.placesIn(selection.shown, language);
  const { found, shown } = selection;
  // Of everything there is a count already.
  const statuses = isNarrowed(query)
    ? countByStatus(found)
    : addedUp([...overview.tallies].map(([, tally]) => tally)).commitments;
  return {
    title: words.listTitle,
    description: words.listDescription,
    section: 'commitments',
    // Search engines need the list only once.
    isIndexed: !isNarrowed(query) && query.sort === 'plan',
    main: html`<div class="wide">
      <h1>${words.listTitle}</h1>
      <p class="lead">${words.listDescription}</p>
      <div class="with-filters">
        ${filterForm(query, frame, matches)}
        <div>
          <p
            class="live"
            role="status"
            data-loading="${words.listLoading}"
            data-unreachable="${words.listUnreachable}"
          ></p>
          <div id="results">
            <section aria-labelledby="found">
              <h2 id="found">${fill(language, words.found, { count: found.length })}</h2>
              ${searchNote(query, matches, frame)}
              ${
                found.length > 0
                  ? html`${statusFigure(statuses, frame, (status) =>
                      listPath(query, language, { filters: { ...query.filters, status } }),
                    )}
                    ${commitmentCards(shown, frame, places)}
                    ${pager(selection, (page) => listPath(query, language, { page }), frame)}`
                  : html`<p>${words.nothingFound}</p>`
              }
            </section>
            ${downloads(selection, query, frame)}
          </div>
        </div>
      </div>
    </div>`,
  };
}
