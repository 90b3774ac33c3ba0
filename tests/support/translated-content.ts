import type { Tracker } from './tracker';

/** Texts of one document, by language. */
type Translated = Readonly<Record<string, Readonly<Record<string, string>>>>;

const TEXTS = {
  plan: {
    es: { title: 'Plan de acción nacional 2024-2027', description: 'Los compromisos del gobierno.' },
    fr: { title: 'Plan d’action national 2024-2027', description: 'Les engagements du gouvernement.' },
    ar: { title: 'خطة العمل الوطنية 2024-2027', description: 'التزامات الحكومة.' },
    en: { title: 'National plan 2024-2027', description: 'What the government committed to.' },
  },
  agency: {
    es: { name: 'Ministerio de Finanzas', acronym: 'MF' },
    fr: { name: 'Ministère des Finances', acronym: 'MF' },
    ar: { name: 'وزارة المالية', acronym: 'MF' },
    en: { name: 'Ministry of Finance', acronym: 'MF' },
  },
  commitment: {
    es: { title: 'Publicar los contratos públicos', description: 'Cada contrato se publica **entero**.' },
    fr: { title: 'Publier les marchés publics', description: 'Chaque marché est publié **en entier**.' },
    ar: { title: 'نشر العقود العامة', description: 'يُنشر كل عقد **كاملًا**.' },
    en: { title: 'Publish public contracts', description: 'Each contract is published **in full**.' },
  },
  milestone: {
    es: { title: 'Abrir el registro de contratos', indicator: 'El registro está en línea.' },
    fr: { title: 'Ouvrir le registre des marchés', indicator: 'Le registre est en ligne.' },
    ar: { title: 'فتح سجل العقود', indicator: 'السجل متاح على الإنترنت.' },
    en: { title: 'Open the register of contracts', indicator: 'The register is online.' },
  },
  report: {
    es: { narrative: 'El registro está listo.' },
    fr: { narrative: 'Le registre est prêt.' },
    ar: { narrative: 'السجل جاهز.' },
    en: { narrative: 'The register is ready.' },
  },
} satisfies Readonly<Record<string, Translated>>;

/** Words of the content in a language, for who looks for words of the site. */
export const contentIn = (language: string): string[] =>
  Object.values(TEXTS as Readonly<Record<string, Translated>>).flatMap((texts) =>
    Object.values(texts[language]!),
  );

/** Fills a site with a plan, an organisation, a commitment, two milestones and a report, in each of its languages. */
export async function writeTranslatedContent(
  { strapi }: Pick<Tracker, 'strapi'>,
  languages: readonly string[],
): Promise<{ commitment: string }> {
  const make = async (uid: string, texts: Translated, data: Record<string, unknown>): Promise<string> => {
    const documents = strapi.documents(uid as 'api::commitment.commitment');
    const [first, ...others] = languages;
    const { documentId } = await documents.create({
      locale: first,
      data: { ...data, ...texts[first!] },
    } as never);
    for (const locale of others) await documents.update({ documentId, locale, data: texts[locale] } as never);
    await documents.publish({ documentId, locale: '*' } as never);
    return documentId;
  };
  const timeframe = {
    startDate: '2024-01-01',
    startPrecision: 'month',
    endDate: '2099-12-31',
    endPrecision: 'day',
  };
  const plan = await make('api::action-plan.action-plan', TEXTS.plan, { slug: 'plan', timeframe });
  const agency = await make('api::partner.partner', TEXTS.agency, {
    slug: 'finance',
    kind: 'state',
    website: 'https://example.org/finance',
  });
  const commitment = await make('api::commitment.commitment', TEXTS.commitment, {
    slug: 'contracts',
    code: '1.2',
    actionPlan: plan,
    leadAgencies: [agency],
    timeframe,
    identifiers: [{ scheme: 'OGP', value: 'XX-0001' }],
  });
  for (const code of ['1.2.1', '1.2.2']) {
    await make('api::milestone.milestone', TEXTS.milestone, {
      code,
      commitment,
      timeframe,
      responsibleAgencies: [agency],
    });
  }
  await make('api::progress-report.progress-report', TEXTS.report, {
    commitment,
    period: { kind: 'annual', year: 2025 },
    assessorKind: 'self',
    publishedOn: '2026-02-01',
  });
  return { commitment };
}
