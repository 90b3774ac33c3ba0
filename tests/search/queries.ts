interface Written {
  uid: 'api::commitment.commitment' | 'api::milestone.milestone' | 'api::partner.partner';
  data?: Record<string, unknown>;
  /** Name of the commitment a milestone belongs to. */
  of?: string;
  texts: Record<string, Record<string, string>>;
}

const commitment = 'api::commitment.commitment';
const milestone = 'api::milestone.milestone';

/** What is searched, by the name the table below has for it. */
export const DOCUMENTS: Readonly<Record<string, Written>> = {
  kutaisi: {
    uid: commitment,
    data: { slug: 'kutaisi', code: '2.2', identifiers: [{ scheme: 'OGP', value: 'GE0082' }] },
    texts: {
      ka: {
        title: 'ქუთაისის მუნიციპალიტეტის გამჭვირვალობა',
        description: 'ქუთაისში მოქალაქეთა ჩართულობა იზრდება.',
      },
      en: { title: 'Transparency of the municipality of Kutaisi' },
      es: { title: 'Transparencia del municipio de Kutaisi' },
      fr: { title: 'Transparence de la municipalité de Koutaïssi' },
      ar: { title: 'شفافية بلدية كوتايسي' },
    },
  },
  data: {
    uid: commitment,
    data: { slug: 'data', code: '3', identifiers: [{ scheme: 'OGP', value: 'GE0101' }] },
    texts: {
      ka: { title: 'ღია მონაცემების პორტალი', description: 'სახელმწიფო უწყებები აქვეყნებენ ანგარიშებს.' },
      en: {
        title: 'A portal of open data',
        description: 'Agencies are publishing their reports every year.',
      },
      es: { title: 'Portal de datos abiertos', description: 'Los organismos publican informes anuales.' },
      fr: {
        title: 'Portail de données ouvertes',
        description: 'Les organismes publient des rapports annuels.',
      },
      ar: { title: 'بوابة البيانات المفتوحة', description: 'تنشر المؤسسات تقاريرها السنوية.' },
    },
  },
  budget: {
    uid: commitment,
    data: { slug: 'budget', code: '10.1' },
    texts: {
      ka: { title: 'ბიუჯეტის რეფორმა', description: 'საჯარო შესყიდვების სისტემა და პროგრამები.' },
      en: { title: 'Reform of the budget', description: 'A committed government buys electronically.' },
      es: { title: 'Reforma del presupuesto', description: 'Participación ciudadana en la implementación.' },
      fr: { title: 'Réforme du budget', description: 'La participation des citoyens à la réalisation.' },
      ar: { title: 'إصلاح الميزانية', description: 'مشاركة المواطنين في التنفيذ.' },
    },
  },
  square: {
    uid: milestone,
    data: { code: '2.2.1' },
    of: 'kutaisi',
    texts: {
      ka: { title: 'ელექტრონული სერვისების დანერგვა ბიბლიოთეკებში' },
      en: { title: 'Introducing electronic services in libraries' },
      es: { title: 'Introducción de servicios electrónicos en bibliotecas' },
      fr: { title: 'Mise en place de services électroniques dans les bibliothèques' },
      ar: { title: 'إدخال الخدمات الإلكترونية في المكتبات' },
    },
  },
};

type Query = readonly [language: string, q: string, expected: string];

const inLanguage = (language: string, expected: string, ...queries: string[]): Query[] =>
  queries.map((q) => [language, q, expected]);

/** Queries with what they find, the best first; nothing where nothing is expected. */
export const QUERIES: readonly Query[] = [
  // Georgian: cases, postpositions, plurals, capitals.
  ...inLanguage(
    'ka',
    'kutaisi',
    'ქუთაისი',
    'ქუთაისში',
    'ქუთაისის',
    'ქუთაისს',
    'ქუთაისთან',
    'ქუთაისიდან',
    'ქუთაისამდე',
    'ქუთაისისთვის',
    'ქუთაისით',
    'ᲥᲣᲗᲐᲘᲡᲘ',
    'მუნიციპალიტეტი',
    'მუნიციპალიტეტებში',
    'მუნიციპალიტეტმა',
    'გამჭვირვალობის',
    'გამჭვირვალობაზე',
    'მოქალაქე',
    'მოქალაქეების',
    'მოქალაქეებს',
    'ჩართულობით',
    'ბიბლიოთეკა',
    'ბიბლიოთეკების',
    'სერვისი',
    'ელექტრონულად',
    'ქუთაისი ბიბლიოთეკა',
    '"ელექტრონული სერვისების"',
    '„მოქალაქეთა ჩართულობა“',
    'ქუთაის',
    'მუნიციპ',
  ),
  ...inLanguage(
    'ka',
    'data',
    'მონაცემი',
    'მონაცემთა',
    'მონაცემების',
    'მონაცემები',
    'მონაცემებით',
    'მონაცემებს',
    'მონაცემებზე',
    'მონაცემად',
    'ღია მონაცემები',
    'პორტალი',
    'პორტალზე',
    'პორტალის',
    'უწყება',
    'უწყებამ',
    'უწყების',
    'ანგარიში',
    'ანგარიშის',
    'ანგარიშში',
    'ანგარიშებით',
    'და მონაცემები',
    'სახელმწიფოს',
  ),
  ...inLanguage(
    'ka',
    'budget',
    'ბიუჯეტი',
    'ბიუჯეტში',
    'ბიუჯეტიდან',
    'რეფორმის',
    'რეფორმა',
    'რეფორმები',
    'სისტემის',
    'პროგრამა',
    'პროგრამის',
    'შესყიდვა',
    'საჯაროდ',
  ),
  ...inLanguage('ka', '', '"ბიუჯეტის პორტალი"', '"სერვისების ელექტრონული"', 'ბიუჯეტი ქუთაისი', 'მთვარეული'),
  // Latin letters for Georgian.
  ...inLanguage(
    'ka in Latin letters',
    'kutaisi',
    'kutaisis',
    'kutaisshi',
    'munitsipaliteti',
    'gamchvirvaloba',
    'moqalaqe',
    'chartuloba',
  ),
  ...inLanguage(
    'ka in Latin letters',
    'data',
    'monatsemebi',
    'monacemi',
    'monatsemta',
    'uwyeba',
    'angarishi',
  ),
  ...inLanguage('ka in Latin letters', 'budget', 'biujeti', 'shesyidva'),
  // Typing errors.
  ...inLanguage(
    'typing errors',
    'kutaisi',
    'ქუთაიში',
    'მუნიციპალტეტი',
    'kutasi',
    'munisipality',
    'librareis',
  ),
  ...inLanguage('typing errors', 'data', 'მონაცმი', 'pertal', 'publishign', 'organimos'),
  ...inLanguage('typing errors', 'budget', 'ბიუჯტი', 'budgt', 'presupeusto', 'reforrm'),
  // Codes and identifiers.
  ...inLanguage('codes', 'kutaisi', '2.2', '2.2.1', 'GE0082', 'ge0082', 'Ge0082', '"GE0082"'),
  ...inLanguage('codes', 'data', 'GE0101', 'ge0101'),
  ...inLanguage('codes', 'budget', '10.1'),
  ...inLanguage('codes', '', 'GE0083', '2.2.9', '9.9'),
  // English.
  ...inLanguage(
    'en',
    'kutaisi',
    'municipalities',
    'transparent',
    'library',
    'LIBRARIES',
    'electronic service',
    '"electronic services"',
    'munic',
  ),
  ...inLanguage(
    'en',
    'data',
    'agency',
    'publishes',
    'report',
    'reporting',
    'open data',
    'the data of agencies',
  ),
  ...inLanguage('en', 'budget', 'commitment', 'budgets', 'reforms', 'governments'),
  ...inLanguage('en', '', '"data open"', 'spaceship'),
  // Spanish.
  ...inLanguage(
    'es',
    'kutaisi',
    'transparencias',
    'municipios',
    'biblioteca',
    'servicio electronico',
    'introduccion',
  ),
  ...inLanguage('es', 'data', 'dato abierto', 'informe anual', 'organismo', 'portales'),
  ...inLanguage('es', 'budget', 'presupuestos', 'ciudadano', 'implementar', 'implementación'),
  // French.
  ...inLanguage(
    'fr',
    'kutaisi',
    'municipalités',
    'municipalite',
    'bibliothèque',
    'BIBLIOTHEQUE',
    'koutaissi',
  ),
  ...inLanguage('fr', 'data', 'donnée', 'donnees ouvertes', 'rapport annuel', 'organismes'),
  ...inLanguage('fr', 'budget', 'réformes', 'citoyen', 'la réalisation', 'reforme du budget'),
  // Arabic.
  ...inLanguage('ar', 'kutaisi', 'بلديه', 'البلدية', 'شفافيه', 'مكتبات', 'الإلكترونية', 'والخدمات'),
  ...inLanguage('ar', 'data', 'بيانات', 'البَيانات', 'بـيـانات', 'بوابه', 'للمؤسسات', 'التقارير'),
  ...inLanguage('ar', 'budget', 'اصلاح', 'الإصلاح', 'ميزانيه', 'المواطن'),
];
