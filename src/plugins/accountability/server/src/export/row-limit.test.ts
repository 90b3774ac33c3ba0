import { xlsx } from './formats/xlsx';
import { problemDocument, type ProblemError } from '../http/problem-details';
import { refuseTooManyRows } from './row-limit';

describe('the limit of rows', () => {
  it('lets pass what a file can hold, and everything where there is no limit', () => {
    expect(() => refuseTooManyRows(1_048_575, xlsx)).not.toThrow();
    expect(() => refuseTooManyRows(5_000_000, { extension: 'csv' })).not.toThrow();
  });

  it.each(['en', 'ka'])('refuses a row more and says why (%s)', (language) => {
    const refusal = (): ProblemError => {
      try {
        refuseTooManyRows(1_048_576, xlsx);
      } catch (error) {
        return error as ProblemError;
      }
      throw new Error('it was let pass');
    };
    const document = problemDocument(refusal(), '/', language);
    expect(document).toMatchObject({ status: 400, detail: expect.stringContaining('1048576') });
    expect(document.detail).toContain('1048575');
    expect(document.detail).not.toContain('{');
  });
});
