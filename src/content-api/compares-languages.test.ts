import { comparesLanguages } from './compares-languages';

describe('a query that compares other languages', () => {
  it.each([
    { filters: { localizations: { title: { $contains: 'a' } } } },
    { filters: { $or: [{ id: 1 }, { $not: { localizations: { id: 3 } } }] } },
    { filters: { commitment: { localizations: { title: 'a' } } } },
    { populate: { milestones: { filters: { localizations: { title: 'a' } } } } },
    { populate: { milestones: { populate: { partners: { sort: ['localizations.name:desc'] } } } } },
    { sort: 'localizations.title:asc' },
    { sort: 'code,localizations.title' },
    { sort: { localizations: { title: 'asc' } } },
  ])('is known: %j', (query) => {
    expect(comparesLanguages(query)).toBe(true);
  });

  it.each([
    {},
    { populate: 'localizations' },
    { populate: { localizations: { fields: ['title'] } } },
    { fields: ['title'], sort: ['title:asc'], filters: { code: { $eq: '1' } } },
  ])('is not any other: %j', (query) => {
    expect(comparesLanguages(query)).toBe(false);
  });
});
