import { spellingOf } from './spelling';

const other = (own: string) => ({ kind: 'other', own });

it.each([
  ['/', { kind: 'own' }],
  ['*', { kind: 'own' }],
  ['/api/commitments', { kind: 'own' }],
  ['/API/Commitments', { kind: 'own' }],
  ['/commitments/%E1%83%90-%3A', { kind: 'own' }],
  ['/api/%00', { kind: 'own' }],
  ['/.well-known/security.txt', { kind: 'own' }],
  ['/a..b/...', { kind: 'own' }],
  ['/api/commitments/', { kind: 'own' }],
  ['/%61pi/', other('/api/')],
  ['/%61pi/comment%73', other('/api/comments')],
  ['/%7Ea%2Db', other('/~a-b')],
  ['/a%2561', { kind: 'own' }],
  ['//evil.example', { kind: 'none' }],
  ['/api//comments', { kind: 'none' }],
  ['/./uploads/a', { kind: 'none' }],
  ['/a/%2e%2E/b', { kind: 'none' }],
  ['/a/..', { kind: 'none' }],
  ['/uploads%2Fa', { kind: 'none' }],
  ['/uploads%5ca', { kind: 'none' }],
  ['/uploads\\a', { kind: 'none' }],
  ['/%', { kind: 'none' }],
  ['/%%361pi', { kind: 'none' }],
  ['/%zz', { kind: 'none' }],
  ['/%ff', { kind: 'none' }],
])('%s: %j', (path, expected) => {
  expect(spellingOf(path)).toEqual(expected);
});
