import { contentApi } from './content-api';
import { countrySetting } from '../settings/country';
import { inEachLanguage, type Env } from '../settings/in-each-language';
import { numberOrStandard } from '../settings/number-settings';
import { licenceOf, licenceTextOf } from './licences';
import { word } from '../words/word';

const publisher = (env: Env) => {
  const name = inEachLanguage(env, 'OPEN_DATA_PUBLISHER');
  return (
    name && {
      name,
      type: env('OPEN_DATA_PUBLISHER_TYPE') || undefined,
      homepage: env('OPEN_DATA_PUBLISHER_URL') || undefined,
    }
  );
};

const contact = (env: Env) => {
  const [email, form] = [
    env('OPEN_DATA_CONTACT_EMAIL') || undefined,
    env('OPEN_DATA_CONTACT_FORM') || undefined,
  ];
  return email || form ? { name: inEachLanguage(env, 'OPEN_DATA_PUBLISHER'), email, form } : undefined;
};

const spatial = (env: Env) => {
  const country = countrySetting({ COUNTRY: env('COUNTRY') });
  return { uri: country.authority, country: country.code };
};

/**
 * The metadata of the site's open data; the deployer's part comes from the environment. Validated by the plugin at
 * the start.
 */
export const openData = (env: Env) => ({
  name: 'open-government-commitments',
  title: word('catalogue-site', 'title'),
  description: word('catalogue-site', 'description'),
  keywords: [
    word('keywords', 'open-government'),
    word('keywords', 'commitments'),
    word('keywords', 'action-plan'),
    word('keywords', 'accountability'),
  ],
  publisher: publisher(env),
  contact: contact(env),
  licence: licenceOf(env('OPEN_DATA_LICENCE')),
  licenceText: licenceTextOf(env('OPEN_DATA_LICENCE')),
  frequency: env('OPEN_DATA_FREQUENCY') || undefined,
  spatial: spatial(env),
  contentApi,
  maxConcurrentExports: numberOrStandard(env, 'OPEN_DATA_MAX_EXPORTS'),
  maxExportsPerAddress: numberOrStandard(env, 'OPEN_DATA_MAX_EXPORTS_PER_ADDRESS'),
  readers: {
    bytesPerSecond: numberOrStandard(env, 'OPEN_DATA_LEAST_BYTES_PER_SECOND'),
    pauseSeconds: numberOrStandard(env, 'OPEN_DATA_LONGEST_PAUSE_SECONDS'),
    longestSeconds: numberOrStandard(env, 'OPEN_DATA_LONGEST_EXPORT_SECONDS'),
  },
});
