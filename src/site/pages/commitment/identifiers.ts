import { webAddress } from '../../addresses';
import type { CommitmentDetails } from '../../content/commitment-details';
import { html, joined, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { labelled } from '../../parts/labelled';

type Identifiers = CommitmentDetails['identifiers'];

function identifierItem({ scheme, value, url }: Identifiers[number], frame: ContentFrame): Html {
  const address = webAddress(url);
  const number = labelled(scheme, html`<bdi>${value}</bdi>`, frame);
  return address ? html`<a href="${address}" rel="noopener">${number}</a>` : number;
}

/** What registers call the commitment, with links to where they have one. */
export const identifierList = (identifiers: Identifiers, frame: ContentFrame): Html =>
  joined(
    identifiers.map((identifier) => identifierItem(identifier, frame)),
    html`<br />`,
  );

/** Only those that lead somewhere; each place once. */
export function identifierLinks(identifiers: Identifiers, frame: ContentFrame): Html {
  const places = new Map(
    identifiers
      .filter(({ url }) => webAddress(url) !== null)
      .map((identifier) => [identifier.url, identifier] as const),
  );
  return identifierList([...places.values()], frame);
}
