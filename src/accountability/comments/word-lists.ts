/**
 * Words and phrases of unwanted advertising, by language. They only add to the score a moderator sees: nobody is
 * refused for a word. Small or capital letters make no difference.
 */
export const listedWords = {
  ka: ['კაზინო', 'ონლაინ სლოტები', 'სწრაფი სესხი', 'უფასო ფული', 'ფსონები', 'ვიაგრა'],
  en: ['casino', 'online slots', 'payday loan', 'free money', 'betting', 'viagra', 'crypto giveaway'],
  ru: ['казино', 'ставки на спорт', 'быстрый займ', 'легкий заработок'],
};
