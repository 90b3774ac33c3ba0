import { continuesCode, distinctCodes } from '../codes';
import {
  codedMilestonesOf,
  codedRows,
  commitmentsSharingCode,
  milestonesSharingCode,
  MILESTONE,
  type CodedRow,
} from '../codes-in-use';
import type { Issue } from '../issue';
import { areCodesUnique } from '../../settings/code-uniqueness';
import type { EntryRule, Rule, RuleContext } from '../rule';

const codesOf = (rows: CodedRow[]): string[] => distinctCodes(rows.map(({ code }) => code));

const takenBy = (code: string, [other]: CodedRow[]): Issue[] =>
  other
    ? [
        {
          path: ['code'],
          code: 'code-taken',
          values: { value: code, other: other.title ?? other.documentId },
        },
      ]
    : [];

/** A milestone's code continues its commitment's, where that has one. */
export const continuesCommitmentCode: EntryRule = ({ entry: { code, commitment } }) =>
  code && commitment?.code && !continuesCode(code, commitment.code)
    ? [{ path: ['code'], code: 'code-outside-parent', values: { value: code, parent: commitment.code } }]
    : [];

/** No other milestone of the action plan (or, without one, of the commitment) has the code. */
export const milestoneCodeUsedOnce: Rule = async ({ strapi, entry }) =>
  entry.code && areCodesUnique(process.env)
    ? takenBy(entry.code, await milestonesSharingCode(strapi, entry))
    : [];

/** No other commitment of the action plan has the code. */
export const commitmentCodeUsedOnce: Rule = async ({ strapi, entry }) =>
  entry.code && areCodesUnique(process.env)
    ? takenBy(entry.code, await commitmentsSharingCode(strapi, entry))
    : [];

/** What a new code or a new action plan of a commitment would violate in its milestones. */
export const milestoneCodesFollow: Rule = async (context: RuleContext) => {
  const { strapi, entry } = context;
  const own = await codedMilestonesOf(strapi, entry.documentId);
  const issues: Issue[] = [];
  const outside = own.filter(({ code }) => entry.code && code && !continuesCode(code, entry.code));
  if (outside.length > 0) {
    const values = { value: entry.code!, children: codesOf(outside) };
    issues.push({ path: ['code'], code: 'child-codes-outside', values });
  }
  if (entry.actionPlan && own.length > 0 && areCodesUnique(process.env)) {
    const taken = await codedRows(strapi, MILESTONE, {
      code: { $in: [...new Set(own.map(({ code }) => code))] },
      commitment: {
        documentId: { $ne: entry.documentId },
        actionPlan: { documentId: entry.actionPlan.documentId },
      },
    });
    if (taken.length > 0) {
      const values = { children: codesOf(taken) };
      issues.push({ path: ['actionPlan'], code: 'child-codes-taken', values });
    }
  }
  return issues;
};

/** No other theme of the scheme has the code. */
export const themeCodeUsedOnce: Rule = async ({ strapi, uid, entry }) => {
  const other = await strapi.db.query(uid as 'api::theme.theme').findOne({
    select: ['documentId'],
    where: { scheme: entry.scheme, code: entry.code, documentId: { $ne: entry.documentId } },
  });
  return other ? [{ path: ['code'], code: 'theme-taken', values: { value: entry.code ?? '' } }] : [];
};
