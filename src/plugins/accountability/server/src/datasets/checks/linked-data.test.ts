import { exampleDataset } from '../../catalogue/example-catalogue.test-support';
import { linkedDataProblems } from './linked-data';

const problems = (linkedData: object) =>
  linkedDataProblems({
    ...exampleDataset('books'),
    linkedData: { type: 'https://schema.org/Book', id: 'books/{id}', ...linkedData },
  });

describe('the check of linked data', () => {
  it('finds nothing wrong with addresses made of the key and of columns of ids', () => {
    expect(problems({ columns: { reader_ids: { address: 'readers/{reader_ids}' }, pages: {} } })).toEqual([]);
    expect(linkedDataProblems(exampleDataset('books'))).toEqual([]);
  });

  it.each([
    [{ id: 'books/{title}' }, 'linkedData.id'],
    [{ id: 'https://elsewhere/{id}' }, 'linkedData.id'],
    [{ columns: { nope: {} } }, 'column "nope"'],
    [{ columns: { title: { address: 'titles/{title}' } } }, 'columns.title.address'],
    [{ columns: { author_id: { address: 'authors/{id}' } } }, 'columns.author_id.address'],
  ])('refuses %j', (linkedData, message) => {
    expect(problems(linkedData)).toEqual([expect.stringContaining(message)]);
  });
});
