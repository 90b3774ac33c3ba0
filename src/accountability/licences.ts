import licenceTexts from './licence-texts.json';
import { SettingError } from '../settings/setting-error';

const EU = 'http://publications.europa.eu/resource/authority/licence';
const CREATIVE_COMMONS = 'https://creativecommons.org';

/** Licences available for the site's data, by their SPDX identifier. */
const LICENCES = {
  'CC-BY-4.0': {
    name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
    url: `${CREATIVE_COMMONS}/licenses/by/4.0/`,
    authority: `${EU}/CC_BY_4_0`,
  },
  'CC-BY-SA-4.0': {
    name: 'Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)',
    url: `${CREATIVE_COMMONS}/licenses/by-sa/4.0/`,
    authority: `${EU}/CC_BYSA_4_0`,
  },
  'CC0-1.0': {
    name: 'Creative Commons Zero 1.0 Universal (CC0 1.0)',
    url: `${CREATIVE_COMMONS}/publicdomain/zero/1.0/`,
    authority: `${EU}/CC0`,
  },
  'ODC-By-1.0': {
    name: 'Open Data Commons Attribution License 1.0',
    url: 'https://opendatacommons.org/licenses/by/1-0/',
    authority: `${EU}/ODC_BY`,
  },
  'ODbL-1.0': {
    name: 'Open Data Commons Open Database License 1.0',
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
    authority: `${EU}/ODC_BL`,
  },
} as const;

const isKnown = (spdx: string): spdx is keyof typeof LICENCES => Object.hasOwn(LICENCES, spdx);

/**
 * The licence of this identifier; by default the plugin's.
 * @throws SettingError that names the setting and lists the available licences
 */
export function licenceOf(spdx: string | undefined) {
  if (!spdx) return undefined;
  if (!isKnown(spdx)) {
    throw new SettingError(
      ['OPEN_DATA_LICENCE'],
      `must be one of ${Object.keys(LICENCES).join(', ')}, not "${spdx}"`,
    );
  }
  return { ...LICENCES[spdx], spdx };
}

/** The legal text of the licence, verbatim, where the project has it; by default that of the plugin's default. */
export function licenceTextOf(spdx: string | undefined): string | undefined {
  const texts: Readonly<Record<string, readonly string[]>> = licenceTexts;
  return texts[spdx || 'CC-BY-4.0']?.join('\n');
}
