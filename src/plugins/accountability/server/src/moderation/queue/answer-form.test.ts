import { Refusal } from '../refusal';
import { answerForm } from './answer-form';

const read = answerForm(['ka', 'en'], { agencies: true });
const answer = { agency: 'abc1', body: 'Thank you.', language: 'en' };
const refused = (body: unknown): string[] => {
  try {
    read(body);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.content.failures ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);
  }
};

describe('the form of an official answer', () => {
  it('is read clean', () => {
    expect(read({ ...answer, body: ' Thank\r\nyou.\u0000 ' })).toEqual({ ...answer, body: 'Thank\nyou.' });
  });

  it.each([
    [undefined, ['agency REQUIRED', 'body REQUIRED', 'language REQUIRED']],
    [{ ...answer, agency: '' }, ['agency REQUIRED']],
    [{ ...answer, agency: { id: 1 } }, ['agency REQUIRED']],
    [{ ...answer, body: ' ' }, ['body REQUIRED']],
    [{ ...answer, body: 'a'.repeat(4001) }, ['body TOO_LONG']],
    [{ ...answer, language: 'fr' }, ['language LOCALE_UNKNOWN']],
    [{ ...answer, official: false }, ['official FIELD_UNKNOWN']],
    ['text', [' DATA_MISSING']],
  ])('%j is refused with every field that is wrong', (body, expected) => {
    expect(refused(body)).toEqual(expected);
  });

  it('names no agency where the site declares none', () => {
    const readWithout = answerForm(['ka', 'en'], { agencies: false });
    const { agency: _, ...written } = answer;
    expect(readWithout(written)).toEqual(written);
    expect(() => readWithout(answer)).toThrow(Refusal);
  });
});
