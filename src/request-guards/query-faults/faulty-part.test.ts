import { faultyPart } from './faulty-part';

it.each([
  ['Attribute x not found on model api::theme.theme', '/upload/files?sort=x', 'x'],
  ['Operator $and must be an array', '/upload/files?filters[%24and]=x', '$and'],
  [
    'select `t0`.`wrong` from `files` as `t0` - no such column: t0.wrong',
    '/upload/files?fields=wrong',
    'wrong',
  ],
  [
    'select "t0"."wrong" from "files" - column t0.wrong does not exist',
    '/upload/files?fields=wrong',
    'wrong',
  ],
  ['select 1 - invalid input syntax for type integer: "a b"', '/upload/folders/a%20b', 'a b'],
  [
    'select 1 - value "99999999999" is out of range for type integer',
    '/upload/folders/99999999999',
    '99999999999',
  ],
  ['select 1 - no such column: t0.missing', '/upload/files?fields=name', null],
  ['Attribute x not found on model', '/upload/files', null],
  ['connect ECONNREFUSED', '/upload/files?a=ECONNREFUSED', null],
])('%s at %s: %s', (message, address, part) => {
  expect(faultyPart(message, address)).toBe(part);
});
