import type { WorkflowDeclaration } from './definition';
import { moveActions } from './permissions';

const workflow = (labels: Record<string, string>, move: Record<string, string>) =>
  ({
    name: 'loans',
    contentType: 'api::book.book',
    labels,
    transitions: [{ name: 'lend', labels: move }],
  }) as unknown as WorkflowDeclaration;

describe('what the permission of a move is called', () => {
  it.each([
    [{ en: 'Loans', fr: 'Prêts' }, { en: 'Lend', fr: 'Prêter' }, 'Book: Loans', 'Lend'],
    [{ fr: 'Prêts' }, { fr: 'Prêter', ar: 'إعارة' }, 'Book: Prêts', 'Prêter'],
    [{ en: 'Loans' }, { ar: 'إعارة' }, 'Book: Loans', 'إعارة'],
  ])('is English, else what there is: %j and %j', (labels, move, subCategory, displayName) => {
    expect(moveActions(workflow(labels, move), 'Book')).toEqual([
      expect.objectContaining({ subCategory, displayName, uid: 'workflow-book-loans.lend' }),
    ]);
  });
});
