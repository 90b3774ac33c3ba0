import { followerAddress, readFollowForm } from './follow-form';

const SENT = { subject: 'abc123', email: ' Nino@Example.ORG ', rhythm: 'weekly' };

describe('the form of following', () => {
  it('gives an address in lower case, by which it is found again', () => {
    expect(readFollowForm(SENT)).toEqual({
      form: { subjectId: 'abc123', email: 'nino@example.org', rhythm: 'weekly', isHoneypotFilled: false },
    });
    expect(readFollowForm({ ...SENT, website: 'x' })).toMatchObject({ form: { isHoneypotFilled: true } });
  });

  it('names each field that is wrong', () => {
    expect(readFollowForm({})).toEqual({ faults: ['subject', 'email', 'rhythm'] });
    expect(readFollowForm({ ...SENT, rhythm: 'hourly' })).toEqual({ faults: ['rhythm'] });
    expect(readFollowForm({ ...SENT, subject: '../x' })).toEqual({ faults: ['subject'] });
    expect(readFollowForm({ ...SENT, email: ['a@b.ge'] })).toEqual({ faults: ['email'] });
  });

  it.each([
    'a@b.ge, c@d.ge',
    'a@b.ge\r\nBcc: c@d.ge',
    'Nino <a@b.ge>',
    'a b@c.ge',
    'nobody',
    `${'x'.repeat(250)}@b.ge`,
    '\u0301'.repeat(100_000),
    null,
    5,
  ])('takes one address only: %j', (value) => {
    expect(followerAddress(value)).toBeNull();
  });
});
