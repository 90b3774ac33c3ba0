import { z } from 'zod';

import { type DescribeApi, jsonContent, responseRefs, schemaRef } from 'strapi-plugin-accountability/declare';
import { moveRequest } from '../move-request';
import { appWords } from '../../words/app-words';

const WORDS = appWords.section('parent-links-openapi');

const { say } = WORDS;
const TAG = 'parent-links';
const SCHEMA = 'parent-move';

/** Operations of moves, for the API description. */
export const parentLinksPart: DescribeApi = ({ language }) => {
  const { $schema: _, ...schema } = z.toJSONSchema(moveRequest);
  return {
    tags: [{ name: TAG, description: say(language, 'tag') }],
    paths: {
      '/parent-links/moves': {
        post: {
          operationId: 'move-to-parent',
          tags: [TAG],
          summary: say(language, 'summary'),
          description: say(language, 'description'),
          security: [{ 'api-token': [] }],
          requestBody: { required: true, content: jsonContent(schemaRef(SCHEMA)) },
          responses: {
            200: {
              description: say(language, 'ok'),
              content: jsonContent({
                type: 'object',
                required: ['data'],
                properties: { data: schemaRef(SCHEMA) },
              }),
            },
            ...responseRefs({
              400: 'content-error',
              401: 'content-error',
              403: 'content-error',
              404: 'content-error',
              409: 'content-error',
              413: 'content-error',
              415: 'content-error',
            }),
          },
        },
      },
    },
    schemas: { [SCHEMA]: schema },
  };
};
