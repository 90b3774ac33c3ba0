import { cardsOf, formInCards } from './form-cards';

const row = (...names: string[]) => names.map((name) => ({ name }));
const namesOf = (cards: readonly (readonly (readonly { name: string }[])[])[]) =>
  cards.map((rows) => rows.map((fields) => fields.map(({ name }) => name).join('+')));

describe('the cards of a form', () => {
  it('begin at the declared fields, in whatever order somebody has put them', () => {
    const rows = [row('title', 'code'), row('slug'), row('time'), row('note'), row('who', 'title2')];
    expect(namesOf(cardsOf(rows, ['time', 'who']))).toEqual([
      ['title+code', 'slug'],
      ['time', 'note'],
      ['who+title2'],
    ]);
    expect(namesOf(cardsOf([row('who'), row('a')], ['who', 'time']))).toEqual([['who', 'a']]);
    expect(cardsOf([], ['who'])).toEqual([]);
  });

  it('are those of the content type, and leave others alone', () => {
    const panels = [[row('title'), row('slug'), row('description')]];
    const shown = (displayName: string) =>
      namesOf(formInCards({ layout: { layout: panels, settings: { displayName } } }).layout.layout);
    expect(shown('Commitment')).toEqual([['title', 'slug'], ['description']]);
    expect(shown('Something else')).toEqual([['title', 'slug', 'description']]);
  });
});
