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
};

/** Texts of one record in both languages, alike in meaning: a title, a phrase, a sentence and a paragraph. */
export function textsOf(random) {
  const action = random(ACTIONS.ka.length);
  const subject = random(SUBJECTS.ka.length);
  const first = random(SENTENCES.ka.length);
  return Object.fromEntries(
    ['ka', 'en'].map((locale) => {
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
};

/** An organisation's kind and names; the number keeps names apart. */
export function organisationOf(number) {
  const at = number % KINDS.length;
  return {
    kind: KINDS[at],
    ka: `${BODIES.ka[at]} № ${number + 1}`,
    en: `${BODIES.en[at]} No. ${number + 1}`,
  };
}
