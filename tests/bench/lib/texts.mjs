/** A small generator of numbers, the same on every run (mulberry32). */
export function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const ACTIONS = {
  ka: [
    'ელექტრონული პლატფორმის შექმნა',
    'სამუშაო ჯგუფის ჩამოყალიბება',
    'საჯარო კონსულტაციების გამართვა',
    'სახელმძღვანელო დოკუმენტის შემუშავება',
    'საჯარო მოხელეთა გადამზადება',
    'მონაცემთა ნაკრებების გამოქვეყნება',
    'საკანონმდებლო ცვლილებების მომზადება',
    'საინფორმაციო კამპანიის ჩატარება',
  ],
  en: [
    'Creating an electronic platform',
    'Setting up a working group',
    'Holding public consultations',
    'Drawing up guidelines',
    'Training civil servants',
    'Publishing data sets',
    'Preparing changes of the law',
    'Running an information campaign',
  ],
  es: [
    'Creación de una plataforma electrónica',
    'Constitución de un grupo de trabajo',
    'Celebración de consultas públicas',
    'Elaboración de una guía',
    'Capacitación de funcionarios públicos',
    'Publicación de conjuntos de datos',
    'Preparación de reformas legales',
    'Realización de una campaña informativa',
  ],
  fr: [
    'Création d’une plateforme électronique',
    'Mise en place d’un groupe de travail',
    'Organisation de consultations publiques',
    'Élaboration d’un guide',
    'Formation des agents publics',
    'Publication de jeux de données',
    'Préparation de modifications législatives',
    'Conduite d’une campagne d’information',
  ],
  ar: [
    'إنشاء منصة إلكترونية',
    'تشكيل فريق عمل',
    'عقد مشاورات عامة',
    'إعداد وثيقة إرشادية',
    'تدريب موظفي القطاع العام',
    'نشر مجموعات البيانات',
    'إعداد تعديلات تشريعية',
    'تنفيذ حملة إعلامية',
  ],
};

const SUBJECTS = {
  ka: [
    'ბიუჯეტის გამჭვირვალობის გასაზრდელად',
    'საჯარო შესყიდვების ღიაობისთვის',
    'მოქალაქეთა ჩართულობის მხარდასაჭერად',
    'მუნიციპალური სერვისების გასაუმჯობესებლად',
    'კორუფციის პრევენციისთვის',
    'გარემოსდაცვითი ინფორმაციის ხელმისაწვდომობისთვის',
    'ახალგაზრდების მონაწილეობისთვის',
  ],
  en: [
    'to make the budget more transparent',
    'to open public procurement',
    'to support citizen participation',
    'to improve municipal services',
    'to prevent corruption',
    'to give access to environmental information',
    'for the participation of young people',
  ],
  es: [
    'para aumentar la transparencia del presupuesto',
    'para abrir las contrataciones públicas',
    'para apoyar la participación ciudadana',
    'para mejorar los servicios municipales',
    'para prevenir la corrupción',
    'para dar acceso a la información ambiental',
    'para la participación de la juventud',
  ],
  fr: [
    'pour accroître la transparence du budget',
    'pour ouvrir les marchés publics',
    'pour soutenir la participation citoyenne',
    'pour améliorer les services municipaux',
    'pour prévenir la corruption',
    'pour donner accès à l’information environnementale',
    'pour la participation des jeunes',
  ],
  ar: [
    'لزيادة شفافية الميزانية',
    'لانفتاح المشتريات العامة',
    'لدعم مشاركة المواطنين',
    'لتحسين الخدمات البلدية',
    'للوقاية من الفساد',
    'لإتاحة المعلومات البيئية',
    'لمشاركة الشباب',
  ],
};

const SENTENCES = {
  ka: [
    'უწყებამ შეიმუშავა პროექტი და განსახილველად გაუგზავნა დაინტერესებულ მხარეებს.',
    'შეხვედრებში მონაწილეობდნენ სამოქალაქო საზოგადოების, აკადემიური წრეებისა და მედიის წარმომადგენლები.',
    'ანგარიში გამოქვეყნდა უწყების ვებგვერდზე; შენიშვნების მიღება ერთი თვის განმავლობაში იყო შესაძლებელი.',
    'მიღებული რეკომენდაციების ნაწილი აისახა საბოლოო დოკუმენტში, დანარჩენზე კი უწყებამ წერილობითი დასაბუთება მოამზადა.',
    'სისტემა მუშაობს სატესტო რეჟიმში და ხელმისაწვდომია როგორც ქართულ, ისე ინგლისურ ენაზე.',
  ],
  en: [
    'The agency drew up a draft and sent it to everyone concerned for comments.',
    'Representatives of civil society, academia and the media took part in the meetings.',
    'The report was published on the agency’s website; comments were welcome for a month.',
    'Some of the recommendations went into the final document, the agency gave written reasons for the others.',
    'The system runs as a trial and is available in Georgian and in English.',
  ],
  es: [
    'El organismo elaboró un proyecto y lo envió a las partes interesadas para su examen.',
    'En las reuniones participaron representantes de la sociedad civil, del mundo académico y de los medios de comunicación.',
    'El informe se publicó en el sitio web del organismo; se recibieron observaciones durante un mes.',
    'Parte de las recomendaciones se recogió en el documento final; para las demás el organismo dio razones por escrito.',
    'El sistema funciona a prueba y está disponible en georgiano y en inglés.',
  ],
  fr: [
    'L’organisme a élaboré un projet et l’a transmis pour avis aux parties concernées.',
    'Des représentants de la société civile, du monde universitaire et des médias ont participé aux réunions.',
    'Le rapport a été publié sur le site de l’organisme ; les observations étaient reçues pendant un mois.',
    'Une partie des recommandations figure dans le document final ; pour les autres, l’organisme a donné ses raisons par écrit.',
    'Le système fonctionne à titre d’essai et il est disponible en géorgien et en anglais.',
  ],
  ar: [
    'أعدت الجهة مشروع الوثيقة وأرسلته إلى الأطراف المعنية لإبداء الرأي.',
    'شارك في الاجتماعات ممثلون عن المجتمع المدني والأوساط الأكاديمية ووسائل الإعلام.',
    'نُشر التقرير على الموقع الإلكتروني للجهة، وكان تلقي الملاحظات متاحًا لمدة شهر.',
    'أُدرج جزء من التوصيات في الوثيقة النهائية، وقدمت الجهة تعليلًا كتابيًا لما تبقى منها.',
    'يعمل النظام بصفة تجريبية وهو متاح باللغتين الجورجية والإنجليزية.',
  ],
};

const INDICATORS = {
  ka: [
    'პლატფორმა ამოქმედებულია',
    'ჩატარებულია სამი შეხვედრა',
    'დოკუმენტი დამტკიცებულია',
    'გადამზადებულია ასი მოხელე',
    'ანგარიში გამოქვეყნებულია',
  ],
  en: [
    'The platform is in operation',
    'Three meetings have been held',
    'The document has been approved',
    'One hundred officials have been trained',
    'The report has been published',
  ],
  es: [
    'La plataforma está en funcionamiento',
    'Se han celebrado tres reuniones',
    'El documento ha sido aprobado',
    'Se ha capacitado a cien funcionarios',
    'El informe ha sido publicado',
  ],
  fr: [
    'La plateforme est en service',
    'Trois réunions ont été tenues',
    'Le document a été approuvé',
    'Cent agents ont été formés',
    'Le rapport a été publié',
  ],
  ar: ['المنصة قيد التشغيل', 'عُقدت ثلاثة اجتماعات', 'تم اعتماد الوثيقة', 'تم تدريب مئة موظف', 'نُشر التقرير'],
};

/** The languages there are texts in. */
export const TEXT_LOCALES = Object.keys(ACTIONS);

/** Texts of one record in each of the languages, alike in meaning: a title, a phrase, a sentence and a paragraph. */
export function textsOf(random, locales) {
  const action = random(ACTIONS.ka.length);
  const subject = random(SUBJECTS.ka.length);
  const first = random(SENTENCES.ka.length);
  return Object.fromEntries(
    locales.map((locale) => {
      const sentence = (step) => SENTENCES[locale][(first + step) % SENTENCES[locale].length];
      return [
        locale,
        {
          title: `${ACTIONS[locale][action]} ${SUBJECTS[locale][subject]}`,
          sentence: sentence(0),
          paragraph: `${sentence(1)}\n\n${sentence(2)}`,
          phrase: INDICATORS[locale][first],
        },
      ];
    }),
  );
}

const KINDS = [
  'central-government',
  'legal-entity-public-law',
  'civil-society',
  'local-government',
  'academia',
];
const BODIES = {
  ka: ['სამინისტრო', 'სააგენტო', 'ასოციაცია „ღია საზოგადოება“', 'მუნიციპალიტეტის მერია', 'უნივერსიტეტი'],
  en: ['Ministry', 'Agency', 'Association “Open Society”', 'City Hall', 'University'],
  es: ['Ministerio', 'Agencia', 'Asociación «Sociedad abierta»', 'Ayuntamiento', 'Universidad'],
  fr: ['Ministère', 'Agence', 'Association « Société ouverte »', 'Mairie', 'Université'],
  ar: ['وزارة', 'وكالة', 'جمعية «المجتمع المفتوح»', 'بلدية', 'جامعة'],
};

const NUMBER = { ka: '№', en: 'No.', es: 'n.º', fr: 'nº', ar: 'رقم' };

/** An organisation's kind and its names by language; the number keeps names apart. */
export function organisationOf(number, locales) {
  const at = number % KINDS.length;
  return {
    kind: KINDS[at],
    names: Object.fromEntries(
      locales.map((locale) => [locale, `${BODIES[locale][at]} ${NUMBER[locale]} ${number + 1}`]),
    ),
  };
}
