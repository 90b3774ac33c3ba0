import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { mirrorOf } from './migrate';
import { workflowConfig } from './registry';
import { STATE, STATUS_CHANGE } from './uids';
import type { WorkflowDeclaration } from './definition';

export type Disagreement =
  | 'MIRROR_DIFFERS_FROM_STATE'
  | 'MIRROR_WITHOUT_STATE'
  | 'ROWS_DIFFER'
  | 'STATE_NOT_DECLARED'
  | 'STATE_WITHOUT_DOCUMENT'
  | 'STATE_DIFFERS_FROM_HISTORY'
  | 'HISTORY_HAS_GAPS'
  | 'HISTORY_WITHOUT_STATE';

export interface Finding {
  readonly code: Disagreement;
  readonly contentType: string;
  readonly workflow: string;
  readonly documentId: string;
}

/**
 * Finds documents whose state, mirror and history disagree. Read-only.
 * @returns one finding per document and disagreement; none for a consistent database
 */
export async function checkWorkflows(strapi: Core.Strapi): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const workflow of workflowConfig(strapi).workflows) {
    for (const [code, documentIds] of await checkWorkflow(strapi, workflow)) {
      const { contentType, name } = workflow;
      findings.push(...documentIds.map((documentId) => ({ code, contentType, workflow: name, documentId })));
    }
  }
  return findings;
}

async function checkWorkflow(
  strapi: Core.Strapi,
  workflow: WorkflowDeclaration,
): Promise<[Disagreement, string[]][]> {
  const knex = strapi.db.connection;
  const tableOf = (uid: string): string => strapi.db.metadata.get(uid).tableName;
  const content = tableOf(workflow.contentType);
  const of = { subject_type: workflow.contentType, workflow: workflow.name };
  const declared = workflow.states.map(({ code }) => code);
  const states = (): Knex.QueryBuilder =>
    knex(tableOf(STATE))
      .where({ 's.subject_type': of.subject_type, 's.workflow': of.workflow })
      .from({
        s: tableOf(STATE),
      });
  const ids = async (query: Knex.QueryBuilder, column: string): Promise<string[]> => [
    ...new Set((await query.pluck(column)) as string[]),
  ];
  const mirror = mirrorOf(strapi, workflow);
  const mirrorColumn = `c.${mirror?.column}`;

  const found: [Disagreement, string[]][] = [
    [
      'STATE_WITHOUT_DOCUMENT',
      await ids(
        states().leftJoin({ c: content }, 'c.document_id', 's.subject_id').whereNull('c.id'),
        's.subject_id',
      ),
    ],
    ['STATE_NOT_DECLARED', await ids(states().whereNotIn('s.state', declared), 's.subject_id')],
    [
      'STATE_DIFFERS_FROM_HISTORY',
      await ids(
        states()
          .leftJoin({ h: tableOf(STATUS_CHANGE) }, (on) =>
            on
              .on('h.subject_type', 's.subject_type')
              .andOn('h.subject_id', 's.subject_id')
              .andOn('h.workflow', 's.workflow')
              .andOn('h.version', 's.version'),
          )
          .where((where) => where.whereNull('h.id').orWhereRaw('h.to_state <> s.state')),
        's.subject_id',
      ),
    ],
    [
      'HISTORY_HAS_GAPS',
      await ids(
        knex(tableOf(STATUS_CHANGE)).where(of).groupBy('subject_id').havingRaw('COUNT(*) <> MAX(version)'),
        'subject_id',
      ),
    ],
    [
      'HISTORY_WITHOUT_STATE',
      await ids(
        knex
          .from({ h: tableOf(STATUS_CHANGE) })
          .where({ 'h.subject_type': of.subject_type, 'h.workflow': of.workflow })
          .leftJoin({ s: tableOf(STATE) }, (on) =>
            on
              .on('h.subject_type', 's.subject_type')
              .andOn('h.subject_id', 's.subject_id')
              .andOn('h.workflow', 's.workflow'),
          )
          .join({ c: content }, 'c.document_id', 'h.subject_id')
          .where((where) => where.whereNull('s.id').orWhereRaw('h.version > s.version')),
        'h.subject_id',
      ),
    ],
  ];
  if (mirror) {
    found.push(
      [
        'MIRROR_DIFFERS_FROM_STATE',
        await ids(
          states()
            .join({ c: content }, 'c.document_id', 's.subject_id')
            .where((where) => where.whereNull(mirrorColumn).orWhereRaw('?? <> s.state', [mirrorColumn])),
          's.subject_id',
        ),
      ],
      [
        // It was never moved, so it should be in the initial state; an import may have set another one.
        'MIRROR_WITHOUT_STATE',
        await ids(
          knex
            .from({ c: content })
            .leftJoin({ s: tableOf(STATE) }, (on) =>
              on
                .on('s.subject_id', 'c.document_id')
                .andOnVal('s.subject_type', of.subject_type)
                .andOnVal('s.workflow', of.workflow),
            )
            .whereNull('s.id')
            .whereNotNull(mirrorColumn)
            .whereNot(mirrorColumn, workflow.initial),
          'c.document_id',
        ),
      ],
      [
        'ROWS_DIFFER',
        await ids(
          knex(content)
            .groupBy('document_id')
            .havingRaw(`COUNT(DISTINCT COALESCE(??, '')) > 1`, [mirror.column]),
          'document_id',
        ),
      ],
      ['STATE_NOT_DECLARED', await ids(knex(content).whereNotIn(mirror.column, declared), 'document_id')],
    );
  }
  return found;
}
