import { html, type Html } from '../html/html';
import { downloadParameters } from '../list/downloads';
import { filterForm } from '../list/filter-form';
import { isNarrowed, listPath, type ListQuery } from '../list/list-query';
import { selectCommitments, type Selection } from '../list/select';
import type { ContentFrame, Page } from '../page';
import { statusFigure } from '../parts/bars';
import { commitmentCards } from '../parts/commitment-card';
import { formatName } from '../parts/format-name';
import { fill } from '../words/words';

const FORMATS = ['csv', 'xlsx', 'json', 'ndjson', 'xml', 'parquet', 'jsonld'];

function pager({ page, pageCount }: Selection, query: ListQuery, { words, language }: ContentFrame): Html {
  if (pageCount === 1) return html``;
  return html`<nav class="pager" aria-label="${words.pages}">
    ${page > 1 && html`<a rel="prev" href="${listPath(query, language, { page: page - 1 })}">${words.previous}</a>`}
    <span>${fill(language, words.page, { page, count: pageCount })}</span>
    ${
      page < pageCount &&
      html`<a rel="next" href="${listPath(query, language, { page: page + 1 })}">${words.next}</a>`
    }
  </nav>`;
}

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

/** The list of commitments: search, filters, order and page number are all in the address. */
export function commitmentsPage(query: ListQuery, frame: ContentFrame): Page {
  const { overview, words, language } = frame;
  const selection = selectCommitments(overview, query, language);
  const { found, shown } = selection;
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
        ${filterForm(query, frame)}
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
              ${
                found.length > 0
                  ? html`${statusFigure(found, frame, (status) =>
                      listPath(query, language, { filters: { ...query.filters, status } }),
                    )}
                    ${commitmentCards(shown, frame)} ${pager(selection, query, frame)}`
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
