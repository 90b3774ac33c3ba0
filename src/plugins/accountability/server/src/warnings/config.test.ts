import { checkWarningsModels, parseWarningsConfig } from './config';

const find = () => [];

describe('the declarations of warnings', () => {
  it('may be left out', () => {
    expect(parseWarningsConfig({})).toEqual([]);
  });

  it('name each content type once and bring a function', () => {
    const warnings = [{ contentType: 'a', find }, { contentType: 'a', find }, { contentType: 'b' }];
    expect(() => parseWarningsConfig({ warnings })).toThrow(
      /"a" is declared twice.*\n- "b": "find" must be a function/,
    );
  });

  it('populate what their content type has', () => {
    const modelOf = (uid: string) => (uid === 'a' ? { attributes: { parts: {} } } : undefined);
    expect(() =>
      checkWarningsModels([{ contentType: 'a', populate: { parts: true }, find }], modelOf),
    ).not.toThrow();
    expect(() =>
      checkWarningsModels(
        [
          { contentType: 'a', populate: { part: true }, find },
          { contentType: 'c', find },
        ],
        modelOf,
      ),
    ).toThrow(/"a" has no attribute "part".*\n- there is no content type "c"/);
  });
});
