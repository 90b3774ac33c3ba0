import { fieldModel, type SchemaAttribute } from './model';
import { unreadableStep, withoutUnreadable, type RightsOf } from './nested-fields';

const relation = (target: string) => ({ type: 'relation', target });
const SCHEMAS: Record<string, Record<string, SchemaAttribute>> = {
  commitment: {
    title: { type: 'string' },
    own: { type: 'string' },
    agencies: relation('partner'),
    frame: { type: 'component', component: 'frame' },
    localizations: relation('commitment'),
    createdBy: relation('admin::user'),
  },
  partner: {
    name: { type: 'string' },
    mail: { type: 'email' },
    frame: { type: 'component', component: 'frame' },
    commitments: relation('commitment'),
  },
  frame: { start: { type: 'date' }, end: { type: 'date' }, partner: relation('partner') },
};
const model = fieldModel((uid) => SCHEMAS[uid]);
const allowed: Record<string, string[]> = {
  commitment: ['title', 'agencies', 'id'],
  partner: ['name', 'id', 'documentId', 'frame', 'frame.start'],
};
const rightsOf: RightsOf = (uid) => {
  const fields = allowed[uid];
  if (!fields) return null;
  const everywhere = (field: string) => fields.includes(field);
  return { everywhere, somewhere: (field) => everywhere(field) || field === 'own' };
};

it.each([
  ['agencies.name', null],
  ['agencies.id', null],
  ['agencies', null],
  ['agencies.mail', 'agencies.mail'],
  ['agencies.frame.start', null],
  ['agencies.frame.end', 'agencies.frame.end'],
  ['agencies.commitments.title', 'agencies.commitments'],
  ['frame.partner.mail', 'frame.partner.mail'],
  // Strapi removes the document's own fields that are readable in no document.
  ['hidden', null],
  ['own', 'own'],
  ['frame.start', null],
  ['unknown.mail', null],
  ['title.mail', null],
  ['createdBy.email', null],
  ['localizations.title', 'localizations.title'],
  ['localizations', null],
])('%s: %j', (path, expected) => {
  expect(unreadableStep(path.split('.'), 'commitment', model, rightsOf)).toBe(expected);
});

it('leaves out what is unreadable behind a relation, and all else as it is', () => {
  const frame = { id: 1, start: '2026-01-01', end: '2026-12-31' };
  const agency = {
    id: 5,
    documentId: 'x',
    name: 'Ministry',
    mail: 'secret@example.org',
    status: 'draft',
    frame,
  };
  const at = new Date();
  const entity = {
    title: 'A',
    hidden: 'not an attribute',
    updatedAt: at,
    frame: { ...frame, partner: agency },
    agencies: [agency, null],
    createdBy: { firstname: 'Nino' },
  };
  const clean = {
    id: 5,
    documentId: 'x',
    name: 'Ministry',
    status: 'draft',
    frame: { id: 1, start: '2026-01-01' },
  };
  expect(withoutUnreadable(entity, { uid: 'commitment', model, rightsOf })).toEqual({
    ...entity,
    frame: { ...frame, partner: clean },
    agencies: [clean, null],
  });
  expect(agency.mail).toBe('secret@example.org');
  expect(withoutUnreadable(null, { uid: 'commitment', model, rightsOf })).toBeNull();
});
