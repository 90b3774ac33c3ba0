import type { Core } from '@strapi/strapi';
import { attributesOf } from './marked-data';

/** Part of every secret word, and of no word of a request that is answered with what was asked. */
export const PART_OF_SECRETS = 'xsecret';

/** What somebody might ask Strapi's content API for to see more than is public. */
export const HOSTILE: readonly string[] = [
  '',
  'locale=en',
  'locale=*',
  'pagination[pageSize]=100&populate=*',
  'pagination[limit]=-1',
  'status=draft',
  'status[]=draft',
  'status[0]=published&status[1]=draft',
  'status=published&status=draft',
  'publicationState=preview',
  'publicationFilter=never-published',
  'hasPublishedVersion=false',
  'populate=*&status=draft',
  'populate=*&locale=en',
  'populate=localizations',
  'populate[localizations][populate]=*',
  'populate=createdBy,updatedBy',
  'populate[createdBy][fields][0]=email',
  'fields=contactEmail',
  'fields[0]=authorEmail&fields[1]=moderationNote',
  'fields=createdBy',
  'sort=createdBy.email',
  'sort=contactEmail',
  'filters[publishedAt][$null]=true',
  `filters[createdBy][email][$contains]=${PART_OF_SECRETS}`,
  `filters[$or][0][createdBy][firstname][$contains]=${PART_OF_SECRETS}&filters[$or][1][id][$gt]=0`,
  `_q=${PART_OF_SECRETS}`,
];

type Relation = { readonly name: string; readonly target: string };

const relationsOf = (strapi: Core.Strapi, uid: string): Relation[] =>
  attributesOf(strapi, uid).flatMap(([name, { type, target, component }]) => {
    const to = type === 'component' ? component : type === 'media' ? 'plugin::upload.file' : target;
    return to && ['relation', 'component', 'media'].includes(type) ? [{ name, target: to }] : [];
  });

const TEXTS = ['string', 'text', 'richtext', 'email', 'uid'];

/** Queries that would reveal a hidden word by what they find: each text of the type and of what it leads to. */
export function searches(strapi: Core.Strapi, uid: string): string[] {
  const textsOf = (type: string, at: string): string[] =>
    attributesOf(strapi, type).flatMap(([name, { type: kind }]) =>
      TEXTS.includes(kind) ? [`${at}[${name}]`] : [],
    );
  const paths = [
    ...textsOf(uid, ''),
    ...relationsOf(strapi, uid).flatMap(({ name, target }) => [
      ...textsOf(target, `[${name}]`),
      ...relationsOf(strapi, target).flatMap((inner) =>
        textsOf(inner.target, `[${name}][${inner.name}]`).slice(0, 1),
      ),
    ]),
  ];
  return paths.map((path) => `filters${path}[$contains]=${PART_OF_SECRETS}`);
}

/** Queries that ask for relations with drafts, private fields and everything below. */
export const populations = (strapi: Core.Strapi, uid: string): string[] =>
  relationsOf(strapi, uid).flatMap(({ name }) => [
    `populate=${name}`,
    `populate[${name}][populate]=*`,
    `populate[${name}][status]=draft`,
    `populate[${name}][publicationState]=preview`,
    `populate[${name}][locale]=en`,
    `populate[${name}][fields][0]=contactEmail`,
    `populate[${name}][populate][createdBy]=*`,
    `populate[${name}][filters][publishedAt][$null]=true`,
  ]);

/** What somebody might add to an address of open data. */
export const HOSTILE_OPEN_DATA: readonly string[] = [
  'status=draft',
  'populate=*',
  'publicationFilter=never-published',
  'locale=*',
  'locale=fr',
  'fields=contact_email',
  'fields=author_email,moderation_note',
  'fields[]=contactEmail',
  'filters[contact_email][$contains]=x',
  'filters[moderationStatus][$eq]=pending',
  'filters[published_at][$null]=true',
  'filters[$or][0][id][$eq]=x',
  "filters[id][$eq]=' OR 1=1 --",
  'since=0&limit=10000&status=draft',
];
