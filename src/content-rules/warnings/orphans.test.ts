import { commentedOnNothing, parentMissing, reportSubjectMissing } from './orphans';

it('finds what has no parent, and points at the relation', () => {
  expect(parentMissing('commitment', null)).toEqual([{ code: 'commitment-missing', path: ['commitment'] }]);
  expect(parentMissing('actionPlan', undefined)).toEqual([{ code: 'plan-missing', path: ['actionPlan'] }]);
  expect(parentMissing('commitment', { id: 1 })).toEqual([]);
});

it('finds a report on nothing', () => {
  expect(reportSubjectMissing(undefined)).toEqual([{ code: 'report-subject-missing', path: ['commitment'] }]);
  expect(reportSubjectMissing({ id: 1 })).toEqual([]);
});

it('finds a comment on nothing', () => {
  expect(commentedOnNothing(null)).toEqual([{ code: 'comment-without-commitment', path: ['commitment'] }]);
  expect(commentedOnNothing({ id: 1 })).toEqual([]);
});
