import { VIEWS } from '../admin-views/layouts';
import { uidOf } from './words';

interface Field {
  readonly name: string;
  readonly type?: string;
}

type Rows = readonly (readonly Field[])[];

interface EditViewLayout {
  readonly layout: {
    readonly layout: readonly Rows[];
    readonly settings: { readonly displayName?: string };
  };
}

/**
 * Puts the rows of a form into cards, so that what belongs together stands together; Strapi has one card for all.
 * Rows stay in their order, which administrators may change: a card begins at each row that begins with one of the
 * declared fields. Pure.
 */
export function cardsOf(rows: Rows, beginnings: readonly string[]): Rows[] {
  const cards: (readonly Field[])[][] = [];
  for (const row of rows) {
    const begins = cards.length === 0 || beginnings.includes(row[0]?.name ?? '');
    if (begins) cards.push([row]);
    else cards.at(-1)!.push(row);
  }
  return cards;
}

/** A hook of the edit view's layout: the forms of declared content types come in cards. */
export function formInCards<Payload extends EditViewLayout>(payload: Payload): Payload {
  const { layout } = payload;
  const view = VIEWS[uidOf(layout.settings.displayName)];
  if (!view) return payload;
  const panels = layout.layout.flatMap((rows) => cardsOf(rows, view.cards));
  return { ...payload, layout: { ...layout, layout: panels } };
}
