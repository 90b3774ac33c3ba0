import { beginWithLanguage } from './strapi-default-locale';

const SETTING = 'STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE';

describe('the language Strapi begins an empty database with', () => {
  it.each([{}, { [SETTING]: 'ka' }])('is the first of the site by the time it is read, with %j', (former) => {
    const env: Record<string, string | undefined> = { ...former };
    let read: string | undefined;
    beginWithLanguage('es', env, () => (read = env[SETTING]));
    expect([read, env[SETTING]]).toEqual(['es', 'es']);
  });

  it('is left to Strapi where it does not know that one', () => {
    const env: Record<string, string | undefined> = {};
    beginWithLanguage('xx', env, () => {
      throw new Error('Unknown locale code');
    });
    expect(env).toEqual({});
  });
});
