import type { SearchDeclaration, SearchPlace } from 'strapi-plugin-accountability/declare';
import { LANGUAGES } from '../site/languages';
import { pagePath } from '../site/addresses';
import { word } from '../words/word';
import { arabic } from './search/arabic';
import { georgian } from './search/georgian';
import { english, french, spanish } from './search/latin';

/** Path of a page in each language. */
const inEach = (path: string, place = ''): Record<string, string> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, `${pagePath(path, language)}${place}`]));

const reports: SearchPlace = {
  name: 'progress-report',
  label: word('search', 'progress-report'),
  relation: 'progressReports',
  texts: ['narrative', 'challenges', 'assessorName', 'evidence.title'],
};

const organisations = (name: 'lead-agency' | 'partner', relation: string): SearchPlace => ({
  name,
  label: word('search', name),
  relation,
  texts: ['name', 'acronym'],
});

/** What is found, by which of its texts, and where. */
export const search: SearchDeclaration = {
  kinds: [
    {
      name: 'commitment',
      contentType: 'api::commitment.commitment',
      title: 'title',
      page: inEach('/commitments/{slug}'),
      texts: [
        { path: 'code', weight: 'code' },
        { path: 'identifiers.value', weight: 'code' },
        { path: 'title', weight: 'title' },
        { path: 'description', weight: 'text' },
        { path: 'problem', weight: 'text' },
        { path: 'expectedResult', weight: 'text' },
        { path: 'result', weight: 'text' },
        { path: 'timeframeNote', weight: 'text' },
      ],
      places: [
        organisations('lead-agency', 'leadAgencies'),
        organisations('partner', 'partners'),
        { name: 'theme', label: word('search', 'theme'), relation: 'themes', texts: ['name'] },
        {
          name: 'milestone',
          label: word('search', 'milestone'),
          relation: 'milestones',
          code: 'code',
          texts: ['title', 'indicator', 'result', 'timeframeNote', 'evidence.title'],
          places: [
            organisations('lead-agency', 'responsibleAgencies'),
            organisations('partner', 'partners'),
            reports,
          ],
        },
        reports,
      ],
    },
    {
      name: 'action-plan',
      contentType: 'api::action-plan.action-plan',
      title: 'title',
      texts: [
        { path: 'code', weight: 'code' },
        { path: 'identifiers.value', weight: 'code' },
        { path: 'title', weight: 'title' },
        { path: 'jurisdiction', weight: 'title' },
        { path: 'description', weight: 'text' },
        { path: 'timeframeNote', weight: 'text' },
      ],
    },
    {
      name: 'partner',
      contentType: 'api::partner.partner',
      title: 'name',
      page: inEach('/organisations/{slug}'),
      texts: [
        { path: 'identifiers.value', weight: 'code' },
        { path: 'name', weight: 'title' },
        { path: 'acronym', weight: 'title' },
        { path: 'description', weight: 'text' },
      ],
    },
    {
      name: 'comment',
      contentType: 'api::comment.comment',
      isApart: true,
      page: inEach('/commitments/{commitment.slug}', '#comment-{documentId}'),
      visibleWith: 'commitment',
      visibleUnder: 'parent',
      texts: [
        { path: 'body', weight: 'text' },
        { path: 'authorName', weight: 'related' },
      ],
    },
  ],
  languages: { ka: georgian, en: english, es: spanish, fr: french, ar: arabic },
};
