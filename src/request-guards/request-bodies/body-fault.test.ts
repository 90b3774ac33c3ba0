import { bodyFaultOf } from './body-fault';

const error = (properties: object, message = 'secret words of the parser') =>
  Object.assign(new Error(message), properties);

it.each([
  ['JSON', Object.assign(new SyntaxError('x'), { status: 400 }), { status: 400, code: 'NOT_JSON' }],
  [
    'a length that is wrong',
    error({ status: 400, type: 'request.size.invalid' }),
    { status: 400, code: 'BODY_UNREADABLE' },
  ],
  ['a form without boundary', error({ code: 1013, httpCode: 400 }), { status: 400, code: 'BODY_UNREADABLE' }],
  ['a part packed unknown', error({ code: 1014, httpCode: 501 }), { status: 400, code: 'BODY_UNREADABLE' }],
  ['a broken packing', error({ code: 'Z_DATA_ERROR' }), { status: 400, code: 'BODY_UNREADABLE' }],
  ['an unknown packing', error({ status: 415 }), { status: 415, code: 'BODY_ENCODING_UNKNOWN' }],
  ['too much', error({ status: 413, limit: 1024 }), { status: 413, code: 'BODY_TOO_LARGE', most: 1024 }],
  ['too many fields', error({ code: 1007, httpCode: 413 }), { status: 413, code: 'BODY_TOO_LARGE' }],
  ['a client that has gone', error({ status: 400, code: 'ECONNABORTED' }), null],
  ['a full disk', error({ code: 'ENOSPC' }), null],
  ['a fault of ours', new TypeError('x'), null],
  ['no error', 'x', null],
])('%s', (_what, thrown, expected) => {
  expect(bodyFaultOf(thrown)).toEqual(expected);
});
