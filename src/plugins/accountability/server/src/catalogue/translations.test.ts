import englishWords from '../../../words/en.json';
import georgianWords from '../../../words/ka.json';
import { CATALOGUE_DOCUMENTS, DATASET_DOCUMENTS } from './documents';

const metadataEnglish = englishWords.catalogue;
const metadataGeorgian = georgianWords.catalogue;
const apiEnglish = englishWords.openapi;
const apiGeorgian = georgianWords.openapi;
const commentsEnglish = englishWords['comments-openapi'];
const commentsGeorgian = georgianWords['comments-openapi'];

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each([
  ['the metadata', metadataEnglish, metadataGeorgian],
  ['the description of the API', apiEnglish, apiGeorgian],
  ['the description of the comments', commentsEnglish, commentsGeorgian],
])('the texts of %s', (_, english: Record<string, string>, georgian: Record<string, string>) => {
  it('exist in both languages, with the same placeholders', () => {
    expect(Object.keys(georgian)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(english)) {
      expect([key, placeholders(georgian[key]!)]).toEqual([key, placeholders(text)]);
    }
  });
});

it('every document is named in the description of the API', () => {
  for (const file of [...Object.keys(CATALOGUE_DOCUMENTS), ...Object.keys(DATASET_DOCUMENTS)]) {
    expect(apiEnglish).toHaveProperty([`metadata.${file}`]);
  }
});
