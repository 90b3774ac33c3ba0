import { contentApi } from './content-api';
import { numberOrStandard } from '../settings/number-settings';
import { licenceOf, licenceTextOf } from './licences';
import { word } from '../words/word';

/** Reads a setting of the environment. */
type Env = (name: string) => string | undefined;

const GEORGIA = {
  uri: 'http://publications.europa.eu/resource/authority/country/GEO',
  labels: { ka: 'საქართველო', en: 'Georgia' },
};

/** A text of two settings; none where both are empty. One of the two alone is told at the start. */
function bothLanguages(env: Env, name: string) {
  const texts = Object.entries({ ka: env(`${name}_KA`), en: env(`${name}_EN`) }).filter(([, text]) => text);
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

const publisher = (env: Env) => {
  const name = bothLanguages(env, 'OPEN_DATA_PUBLISHER');
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
  return email || form ? { name: bothLanguages(env, 'OPEN_DATA_PUBLISHER'), email, form } : undefined;
};

/**
 * What the metadata of the open data say of this site; the deployer's part comes from the environment. The
 * plugin checks it at the start.
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
  spatial: GEORGIA,
  contentApi,
  maxConcurrentExports: numberOrStandard(env, 'OPEN_DATA_MAX_EXPORTS'),
  maxExportsPerAddress: numberOrStandard(env, 'OPEN_DATA_MAX_EXPORTS_PER_ADDRESS'),
  readers: {
    bytesPerSecond: numberOrStandard(env, 'OPEN_DATA_LEAST_BYTES_PER_SECOND'),
    pauseSeconds: numberOrStandard(env, 'OPEN_DATA_LONGEST_PAUSE_SECONDS'),
    longestSeconds: numberOrStandard(env, 'OPEN_DATA_LONGEST_EXPORT_SECONDS'),
  },
});
