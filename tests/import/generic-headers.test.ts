import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { datasets } from '../../src/accountability/datasets';
import { generic } from '../../src/accountability/imports/generic';
import { workflows } from '../../src/accountability/workflows';
import type { Model, ModelLookup } from '../../src/plugins/accountability/server/src/datasets/content-model';
import {
  genericFields,
  type GenericTable,
} from '../../src/plugins/accountability/server/src/import/mapping/generic';
import { matchedHeaders } from '../../src/plugins/accountability/server/src/import/mapping/propose';

const SRC = path.resolve(__dirname, '../../src');
const read = (file: string): Model => JSON.parse(readFileSync(path.join(SRC, file), 'utf8')) as Model;

const models: ModelLookup = (uid) => {
  const [, type] = /^api::([a-z-]+)\./.exec(uid) ?? [];
  if (type) return read(`api/${type}/content-types/${type}/schema.json`);
  const [folder, name] = uid.split('.');
  return readdirSync(path.join(SRC, 'components', folder ?? '')).includes(`${name}.json`)
    ? read(`components/${folder}/${name}.json`)
    : undefined;
};

const LANGUAGES = ['ka', 'en'];
const WORKFLOWS = workflows({ editorialReview: false, completionNeedsMilestones: false });
const fieldsOf = (name: string) => {
  const table = generic?.tables.find((one) => one.name === name) as GenericTable;
  return genericFields(models, table, datasets, WORKFLOWS);
};
const match = (table: string, ...headers: string[]) => matchedHeaders(headers, fieldsOf(table), LANGUAGES);

const SURE: readonly [table: string, header: string, to: string, locale: string | null][] = [
  // Georgian
  ['commitments', 'ვალდებულების №', 'code', null],
  ['commitments', 'ნომერი', 'code', null],
  ['commitments', 'ვალდებულება', 'title', null],
  ['commitments', 'დასახელება', 'title', null],
  ['commitments', 'სათაური – ქართულად', 'title', 'ka'],
  ['commitments', 'დასახელება (ინგლისურად)', 'title', 'en'],
  ['commitments', 'ვალდებულების აღწერა', 'description', null],
  ['commitments', 'პრობლემა', 'problem', null],
  ['commitments', 'მოსალოდნელი შედეგი', 'expectedResult', null],
  ['commitments', 'პასუხისმგებელი უწყება', 'leadAgencies.name', null],
  ['commitments', 'პასუხისმგებელი უწყებები', 'leadAgencies.name', null],
  ['commitments', 'პარტნიორი უწყება', 'partners.name', null],
  ['commitments', 'სამოქმედო გეგმა', 'actionPlan.code|title', null],
  ['commitments', 'განხორციელების ვადა', 'timeframe', null],
  ['commitments', 'დასრულების თარიღი', 'timeframe.endDate', null],
  ['commitments', 'სტატუსი', 'state(implementation)', null],
  ['commitments', 'შესრულების პროცენტი', 'progress', null],
  ['milestones', 'ეტაპი', 'title', null],
  ['milestones', 'ვალდებულების ნომერი', 'commitment.code|title', null],
  ['milestones', 'ინდიკატორი', 'indicator', null],
  ['progress-reports', 'საანგარიშო წელი', 'period.year', null],
  ['partners', 'უწყების დასახელება', 'name', null],
  // English
  ['commitments', 'No', 'code', null],
  ['commitments', '#', 'code', null],
  ['commitments', 'Commitment No.', 'code', null],
  ['commitments', 'Commitment', 'title', null],
  ['commitments', 'TITLE', 'title', null],
  ['commitments', 'title_ka', 'title', 'ka'],
  ['commitments', 'Title (English)', 'title', 'en'],
  ['commitments', 'Title in English', 'title', 'en'],
  ['commitments', 'Georgian title', 'title', 'ka'],
  ['commitments', 'expected_result_en', 'expectedResult', 'en'],
  ['commitments', 'expectedResult', 'expectedResult', null],
  ['commitments', 'Problem statement', 'problem', null],
  ['commitments', 'Lead agency', 'leadAgencies.name', null],
  ['commitments', 'lead_agency_names_ka', 'leadAgencies.name', 'ka'],
  ['commitments', 'Action plan', 'actionPlan.code|title', null],
  ['commitments', 'Timeframe', 'timeframe', null],
  ['commitments', 'Deadline', 'timeframe.endDate', null],
  ['commitments', 'Start date', 'timeframe.startDate', null],
  ['commitments', 'Implementation status', 'state(implementation)', null],
  ['commitments', 'დასახელება / Title', 'title', null],
  ['milestones', 'Activity', 'title', null],
  ['milestones', 'Responsible', 'responsibleAgencies.name', null],
  ['partners', 'Organisation', 'name', null],
  // Spanish
  ['commitments', 'Compromiso', 'title', null],
  ['commitments', 'Compromiso N.º', 'code', null],
  ['commitments', 'Título (inglés)', 'title', 'en'],
  ['commitments', 'Descripción en inglés', 'description', 'en'],
  ['commitments', 'Institución responsable', 'leadAgencies.name', null],
  ['commitments', 'Plan de acción', 'actionPlan.code|title', null],
  ['commitments', 'Fecha límite', 'timeframe.endDate', null],
  ['milestones', 'Hito', 'title', null],
  ['milestones', 'Indicador', 'indicator', null],
  // French
  ['commitments', 'Engagement', 'title', null],
  ['commitments', 'N°', 'code', null],
  ['commitments', "Numéro de l'engagement", 'code', null],
  ['commitments', 'Échéance', 'timeframe.endDate', null],
  ['commitments', 'ECHEANCE', 'timeframe.endDate', null],
  ['commitments', 'Organisme responsable', 'leadAgencies.name', null],
  ['commitments', 'Résultat attendu (anglais)', 'expectedResult', 'en'],
  ['milestones', 'Jalon', 'title', null],
  // Arabic
  ['commitments', 'الالتزام', 'title', null],
  ['commitments', 'رقم الالتزام', 'code', null],
  ['commitments', 'العنوان بالإنجليزية', 'title', 'en'],
  ['commitments', 'الجهة المسؤولة', 'leadAgencies.name', null],
  ['commitments', 'الإطار الزمني', 'timeframe', null],
  ['commitments', 'خطة العمل', 'actionPlan.code|title', null],
  ['milestones', 'المرحلة', 'title', null],
  ['milestones', 'الحالة', 'state(implementation)', null],
];

it.each(SURE)('%s: "%s" is %s', (table, header, to, locale) => {
  expect(match(table, header)).toMatchObject([{ header, to, locale, leftOut: null }]);
});

it.each([
  ['a header that is only like a name', 'commitments', ['Lead agency (ministry)'], ['unsure']],
  ['a language the site does not have', 'commitments', ['Title (French)'], ['language']],
  ['what nothing is called', 'commitments', ['Budget', 'ბიუჯეტი', ''], ['unknown', 'unknown', 'unknown']],
  ['the less specific of two', 'commitments', ['№', 'Commitment No'], ['same-field', null]],
])('leaves out %s', (_, table, headers, leftOut) => {
  expect(match(table, ...headers).map((one) => one.leftOut)).toEqual(leftOut);
});

it('gives two columns of the same field the languages of their names', () => {
  expect(match('commitments', 'ვალდებულება', 'Commitment').map(({ locale }) => locale)).toEqual(['ka', 'en']);
});

it('has no header that is surely two fields of a table', () => {
  for (const { name } of generic?.tables ?? []) {
    const fields = fieldsOf(name);
    for (const { names, column } of fields) {
      for (const { text } of names) {
        const [found] = matchedHeaders([text], fields, LANGUAGES);
        expect([name, text, found?.to]).toEqual([name, text, column.to]);
      }
    }
  }
});
