import type { RuledDocument } from 'strapi-plugin-accountability/declare';
import { continuesCode, distinctCodes } from '../../content-rules/codes';
import type { Issue } from '../../content-rules/issue';
import { areCodesUnique } from '../../settings/code-uniqueness';
import type { Parent } from './known-parents';

type Place = ReturnType<RuledDocument['placeOf']>;

/** A commitment whose code or action plan an import changes. */
interface ChangedCommitment {
  readonly documentId: string;
  /** Where its code comes from; null where it keeps it. */
  readonly code: Place | null;
  /** Where its action plan comes from; null where it keeps it. */
  readonly plan: Place | null;
}

interface PlacedIssue {
  readonly place: Place;
  readonly issue: Issue;
}

/**
 * What a new code or a new action plan of a commitment means for the codes of its milestones. Asked once all is known:
 * the same import may correct the milestones.
 */
export class ChildCodes {
  private readonly changed: ChangedCommitment[] = [];

  /** @param commitments @param milestones what there is and what the import gives; both may grow until `issues` */
  constructor(
    private readonly commitments: ReadonlyMap<string, Parent>,
    private readonly milestones: ReadonlyMap<string, Parent>,
  ) {}

  note({ document, existing, relation, shared, placeOf }: RuledDocument): void {
    if (document.contentType !== 'api::commitment.commitment' || !existing) return;
    const hasNewCode = shared('code') !== (existing.shared.code ?? null);
    const hasNewPlan = relation('actionPlan')[0] !== existing.relations.actionPlan?.[0];
    if (!hasNewCode && !hasNewPlan) return;
    this.changed.push({
      documentId: document.documentId,
      code: hasNewCode ? placeOf('code') : null,
      plan: hasNewPlan ? placeOf('actionPlan') : null,
    });
  }

  issues(): PlacedIssue[] {
    if (this.changed.length === 0) return [];
    const codes = this.codesByCommitment();
    return this.changed.flatMap((changed) => [
      ...this.outside(changed, codes.get(changed.documentId) ?? []),
      ...this.taken(changed, codes),
    ]);
  }

  private codesByCommitment(): Map<string, string[]> {
    const codes = new Map<string, string[]>();
    for (const { code, parent } of this.milestones.values()) {
      if (code === null || parent === null) continue;
      const known = codes.get(parent);
      if (known) known.push(code);
      else codes.set(parent, [code]);
    }
    return codes;
  }

  private outside({ documentId, code: place }: ChangedCommitment, own: readonly string[]): PlacedIssue[] {
    const code = this.commitments.get(documentId)?.code;
    if (!place || !code) return [];
    const outside = own.filter((child) => !continuesCode(child, code));
    const values = { value: code, children: distinctCodes(outside) };
    return outside.length > 0
      ? [{ place, issue: { path: ['code'], code: 'child-codes-outside', values } }]
      : [];
  }

  /** Codes that milestones of other commitments of the action plan have. */
  private taken(
    { documentId, plan: place }: ChangedCommitment,
    codes: ReadonlyMap<string, string[]>,
  ): PlacedIssue[] {
    const plan = this.commitments.get(documentId)?.parent;
    if (!place || !plan || !areCodesUnique(process.env)) return [];
    const others = new Set(
      [...this.commitments]
        .filter(([other, { parent }]) => parent === plan && other !== documentId)
        .flatMap(([other]) => codes.get(other) ?? []),
    );
    const taken = (codes.get(documentId) ?? []).filter((code) => others.has(code));
    const values = { children: distinctCodes(taken) };
    return taken.length > 0
      ? [{ place, issue: { path: ['actionPlan'], code: 'child-codes-taken', values } }]
      : [];
  }
}
