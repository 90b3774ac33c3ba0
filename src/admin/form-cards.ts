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
 * Splits the rows of a form into cards; Strapi has a single card. Rows keep their order, which administrators may
 * change: a card starts at each row that starts with one of the declared fields. Pure.
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

/** A hook of the edit view's layout: the forms of declared content types are split into cards. */
export function formInCards<Payload extends EditViewLayout>(payload: Payload): Payload {
  const { layout } = payload;
  const view = VIEWS[uidOf(layout.settings.displayName)];
  if (!view) return payload;
  const panels = layout.layout.flatMap((rows) => cardsOf(rows, view.cards));
  return { ...payload, layout: { ...layout, layout: panels } };
}
