import { createFullAccessToken } from './accounts';
import { jsonRequest } from './json-request';
import type { Tracker } from './tracker';

/** Words in a language no other one uses, so that a test knows which language it reads. */
const WORDS: Readonly<Record<string, string>> = {
  ka: 'ღია მონაცემები',
  en: 'Open data of the town',
  es: 'Datos abiertos del pueblo',
  fr: 'Données ouvertes de la ville',
  ar: 'بيانات مفتوحة للمدينة',
  'pt-BR': 'Dados abertos da cidade',
};

/** What a document of the content below is called in a language. */
export const titleIn = (language: string, what: string): string => `${WORDS[language]} (${what})`;

export interface MultilingualContent {
  readonly partner: string;
  readonly commitment: string;
  /** In the last language alone. */
  readonly lastOnly: string;
  readonly milestone: string;
}

/** Writes and publishes content in each of the languages, through the content API as an integration does. */
export async function writeInEach(
  tracker: Tracker,
  languages: readonly string[],
): Promise<MultilingualContent> {
  const token = await createFullAccessToken(tracker);
  const send = async (method: string, path: string, data: object): Promise<string> => {
    const { status, body } = await jsonRequest<{ data?: { documentId: string }; error?: object }>(
      `${tracker.url}/api/${path}`,
      { method, token, body: { data } },
    );
    expect([path, status, body.error]).toEqual([path, method === 'POST' ? 201 : 200, undefined]);
    return body.data!.documentId;
  };
  const write = async (collection: string, of: (language: string) => object, spoken = languages) => {
    const [first, ...others] = spoken;
    const id = await send('POST', `${collection}?locale=${first}`, of(first!));
    for (const language of others) await send('PUT', `${collection}/${id}?locale=${language}`, of(language));
    return id;
  };
  const timeframe = {
    startDate: '2026-01-01',
    startPrecision: 'year',
    endDate: '2099-10-01',
    endPrecision: 'month',
  };
  const partner = await write('partners', (language) => ({ name: titleIn(language, 'partner') }));
  const described = (what: string) => (language: string) => ({
    title: titleIn(language, what),
    description: `${titleIn(language, what)}: "a", b; c`,
    timeframe,
  });
  const commitment = await write('commitments', (language) => ({
    ...described('commitment')(language),
    leadAgencies: [partner],
  }));
  const lastOnly = await write('commitments', described('last'), languages.slice(-1));
  const milestone = await write('milestones', (language) => ({
    title: titleIn(language, 'milestone'),
    timeframe,
    commitment,
  }));
  await tracker.strapi.plugin('accountability').service('workflows').move({
    contentType: 'api::milestone.milestone',
    documentId: milestone,
    workflow: 'implementation',
    transition: 'start',
  });
  return { partner, commitment, lastOnly, milestone };
}
