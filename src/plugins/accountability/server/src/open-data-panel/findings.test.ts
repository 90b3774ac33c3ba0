import type { Finding } from '../warnings/service';
import { groupFindings } from './findings';

const finding = (contentType: string, code: string): Finding => ({
  contentType,
  code,
  path: [],
  messages: { en: code },
  documentId: 'd',
  title: null,
  locale: 'ka',
});

async function* of(findings: readonly Finding[]) {
  yield* findings;
}

it('counts all findings of a content type and keeps the first ones', async () => {
  const findings = [finding('a', '1'), finding('b', '2'), finding('a', '3'), finding('a', '4')];
  const groups = await groupFindings(of(findings), (type) => ({ en: type.toUpperCase() }), 2);
  expect(groups).toEqual([
    { contentType: 'a', labels: { en: 'A' }, total: 3, findings: [findings[0], findings[2]] },
    { contentType: 'b', labels: { en: 'B' }, total: 1, findings: [findings[1]] },
  ]);
});

it('has no group where nothing is found', async () => {
  expect(await groupFindings(of([]), () => ({}))).toEqual([]);
});
