import { textIn } from 'strapi-plugin-accountability/server';
import type { DataIndex } from '../content/data-index';
import { html, joined, type Html } from '../html/html';
import type { Frame, Page } from '../page';
import { formatName } from '../parts/format-name';
import { labelled, labelledText } from '../parts/labelled';
import { numberIn } from '../parts/number';
import { commaIn, listed } from '../words/words';

type Dataset = DataIndex['datasets'][number];

const OPEN_DATA = '/api/open-data';

/** The last part of an address, which says what the file is. */
const fileOf = (href: string): string => href.slice(href.lastIndexOf('/') + 1);

function columnsTable({ name, columns }: Dataset, frame: Frame): Html {
  const { words, language } = frame;
  return html`<details>
    <summary>${labelled(words.columns, numberIn(language, columns.length), frame)}</summary>
    <div class="scroll" role="region" aria-label="${labelledText(words.columns, name, frame)}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.column}</th>
            <th scope="col">${words.format}</th>
            <th scope="col">${words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          ${columns.map(
            (column) =>
              html`<tr>
                <th scope="row"><code>${column.name}</code></th>
                <td><code>${column.type}</code></td>
                <td>${textIn(column.labels, language)}. ${textIn(column.description, language)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function datasetCard(dataset: Dataset, frame: Frame): Html {
  const { words, language } = frame;
  const { name, labels, description, links, documents } = dataset;
  const label = textIn(labels, language);
  return html`<article class="card" id="${name}">
    <h3>${label} <code>${name}</code></h3>
    <p>${textIn(description, language)}</p>
    <ul class="chips">
      ${links.map(
        ({ href, format }) =>
          html`<li>
            <a href="${href}" download aria-label="${listed([label, formatName(format)], frame)}"
              >${formatName(format)}</a
            >
          </li>`,
      )}
    </ul>
    <p class="muted">
      ${labelled(
        words.describedBy,
        joined(
          documents.map(({ href }) => html`<a class="ltr" href="${href}">${fileOf(href)}</a>`),
          commaIn(frame),
        ),
        frame,
      )}
    </p>
    ${columnsTable(dataset, frame)}
  </article>`;
}

const link = (file: string, label: string): Html =>
  html`<li><a href="${OPEN_DATA}/${file}">${label}</a></li>`;

/** Every dataset with its formats and its description. @param linkedData the catalogue for search engines */
export function dataPage(index: DataIndex, linkedData: unknown, frame: Frame): Page {
  const { words, language, site } = frame;
  const { versions } = index.releases;
  return {
    title: words.dataTitle,
    description: words.dataDescription,
    section: 'data',
    linkedData,
    main: html`<div class="wide">
      <h1>${words.dataTitle}</h1>
      <p class="lead">${words.dataDescription}</p>
      <p>
        ${words.licence} <a href="${site.licence.url}" rel="license"><bdi>${site.licence.name}</bdi></a>
      </p>
      <section aria-labelledby="everything">
        <h2 id="everything">${words.everything}</h2>
        <p>${words.archive}</p>
        <p><a class="button" href="${index.archive.href}" download>${words.archiveDownload}</a></p>
        <h3>${words.releases}</h3>
        ${
          versions.length === 0
            ? html`<p>${words.noReleases}</p>`
            : html`<ul>
                ${versions.map(
                  ({ version }) =>
                    html`<li><a href="${OPEN_DATA}/releases/${version}.zip" download>${version}</a></li>`,
                )}
              </ul>`
        }
      </section>
      <section aria-labelledby="datasets">
        <h2 id="datasets">${words.datasets}</h2>
        <div class="cards">${index.datasets.map((dataset) => datasetCard(dataset, frame))}</div>
      </section>
      <section aria-labelledby="feeds">
        <h2 id="feeds">${words.feeds}</h2>
        <ul>
          ${link(`changes.atom?locale=${language}`, words.changesFeed)}
          ${link(`deadlines.ics?locale=${language}`, words.deadlinesFeed)}
          ${link('changes.ndjson?since=0', words.changes)}
          ${link(`summary.json?locale=${language}`, words.summary)}
        </ul>
      </section>
      <section aria-labelledby="descriptions">
        <h2 id="descriptions">${words.descriptions}</h2>
        <ul>
          ${link('openapi.json', words.apiDescription)} ${link('dictionary.md', words.dictionary)}
          ${link('catalog.ttl', words.catalogue)} ${link('datapackage.json', words.datapackage)}
        </ul>
      </section>
    </div>`,
  };
}
