import type { Tracker } from './tracker';

/** Texts a person might write, by language; each in the letters of its language only. */
const TEXTS = {
  es: {
    plan: 'Plan de acción de gobierno abierto 2026',
    country: 'España',
    commitment: 'Publicar los presupuestos municipales como datos abiertos',
    description: 'La ciudad publica **cada trimestre** sus presupuestos.',
    milestone: 'Catálogo de datos publicado',
    result: 'El catálogo tiene 40 conjuntos de datos.',
    agency: 'Ayuntamiento de Valencia',
    note: 'antes del verano',
  },
  fr: {
    plan: 'Plan d’action pour un gouvernement ouvert 2026',
    country: 'Espagne',
    commitment: 'Publier les budgets municipaux en données ouvertes',
    description: 'La ville publie **chaque trimestre** ses budgets.',
    milestone: 'Catalogue de données publié',
    result: 'Le catalogue compte 40 jeux de données.',
    agency: 'Mairie de Valence',
    note: 'avant l’été',
  },
  ar: {
    plan: 'خطة عمل الحكومة المنفتحة 2026',
    country: 'إسبانيا',
    commitment: 'نشر الميزانيات البلدية كبيانات مفتوحة',
    description: 'تنشر المدينة ميزانياتها **كل ثلاثة أشهر**.',
    milestone: 'نشر فهرس البيانات',
    result: 'يضم الفهرس 40 مجموعة بيانات.',
    agency: 'بلدية فالنسيا',
    note: 'قبل الصيف',
  },
  en: {
    plan: 'Open Government action plan 2026',
    country: 'Spain',
    commitment: 'Publish the city’s budgets as open data',
    description: 'The city publishes its budgets **each quarter**.',
    milestone: 'Catalogue of data published',
    result: 'The catalogue has 40 datasets.',
    agency: 'City of Valencia',
    note: 'before summer',
  },
} as const;

export type ContentLanguage = keyof typeof TEXTS;
type Text = keyof (typeof TEXTS)['es'];

export const textOf = (language: ContentLanguage, text: Text): string => TEXTS[language][text];

export interface ContentInLanguages {
  readonly plan: string;
  readonly commitment: string;
  readonly milestone: string;
  readonly agency: string;
}

/** A plan with one commitment, its milestone and its agency, published in each of the languages. */
export async function contentInLanguages(
  { strapi }: Pick<Tracker, 'strapi'>,
  languages: readonly ContentLanguage[],
): Promise<ContentInLanguages> {
  async function make(
    uid: string,
    data: Record<string, unknown>,
    localized: (text: (key: Text) => string) => Record<string, unknown>,
  ): Promise<string> {
    const documents = strapi.documents(uid as 'api::commitment.commitment');
    let documentId = '';
    for (const language of languages) {
      const texts = localized((key) => TEXTS[language][key]);
      const written = documentId
        ? await documents.update({ documentId, locale: language, data: texts } as never)
        : await documents.create({ locale: language, data: { ...data, ...texts } } as never);
      documentId = (written as { documentId: string }).documentId;
    }
    await documents.publish({ documentId, locale: '*' } as never);
    return documentId;
  }

  const agency = await make(
    'api::partner.partner',
    { slug: 'valencia', kind: 'local-government' },
    (text) => ({
      name: text('agency'),
    }),
  );
  const timeframe = {
    startDate: '2026-01-01',
    startPrecision: 'year',
    endDate: '2026-10-01',
    endPrecision: 'quarter',
  };
  const plan = await make('api::action-plan.action-plan', { slug: 'plan-2026', timeframe }, (text) => ({
    title: text('plan'),
    jurisdiction: text('country'),
  }));
  const commitment = await make(
    'api::commitment.commitment',
    { slug: 'budgets', code: '1', timeframe, actionPlan: plan, leadAgencies: [agency], commentsOpen: true },
    (text) => ({ title: text('commitment'), description: text('description'), timeframeNote: text('note') }),
  );
  const milestone = await make(
    'api::milestone.milestone',
    {
      code: '1.1',
      commitment,
      responsibleAgencies: [agency],
      timeframe: { endDate: '2027-03-01', endPrecision: 'month' },
    },
    (text) => ({ title: text('milestone'), result: text('result') }),
  );
  return { plan, commitment, milestone, agency };
}
