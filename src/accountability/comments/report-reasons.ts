/** Why a reader may report a comment. */
export const reportReasons = [
  { code: 'insult', labels: { ka: 'შეურაცხყოფა ან მუქარა', en: 'Insult or threat' } },
  { code: 'hate', labels: { ka: 'სიძულვილის ენა', en: 'Hate speech' } },
  { code: 'personal-data', labels: { ka: 'პირადი მონაცემები', en: 'Personal data of somebody' } },
  { code: 'falsehood', labels: { ka: 'მცდარი ინფორმაცია', en: 'False information' } },
  { code: 'advertising', labels: { ka: 'რეკლამა', en: 'Advertising' } },
  { code: 'other', labels: { ka: 'სხვა', en: 'Something else' } },
] as const;
