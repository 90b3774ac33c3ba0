import type { LocalizedText } from '../datasets/declaration';

/** A state a document can be in. */
export interface StateDeclaration<Code extends string = string> {
  readonly code: Code;
  readonly labels: LocalizedText;
  /** `#rrggbb`; always shown together with the label. */
  readonly colour: string;
  /** True where the work is over: a document in such a state is never overdue. */
  readonly terminal?: boolean;
  /** True where somebody has to decide: such documents stand on the panel's home page. */
  readonly awaiting?: boolean;
  /** How much of the whole a part in this state counts as done, 0 to 100. Without it the part is not counted. */
  readonly progressWeight?: number;
}

/** An attribute a move writes together with the state. */
export interface TransitionField {
  readonly attribute: string;
  /** The document must have a value after the move: given with it, or there already. */
  readonly required?: boolean;
  /** Written by moves only: every other write to the attribute is refused, as to the state itself. */
  readonly owned?: boolean;
}

export interface TransitionDeclaration<Code extends string = string> {
  /** kebab-case; it names the permission too. */
  readonly name: string;
  readonly labels: LocalizedText;
  /** The states it starts from; `*` for every one. */
  readonly from: readonly Code[] | '*';
  /** The state it leads to; null where the state stays and only fields are written. */
  readonly to: Code | null;
  /** Default: no reason is asked for. */
  readonly reason?: 'required' | 'optional';
  /** Codes of the panel's roles that may make it from the first start on; in the panel others can be given it. */
  readonly roles?: readonly string[];
  /** Names of guards, in the order in which they are looked at; all that fail are told. */
  readonly guards?: readonly string[];
  readonly fields?: readonly TransitionField[];
}

/** What a roll-up of related documents suggests. The first rule that holds is the one. */
export interface RollUpRule<Code extends string = string> {
  /** Whether one or all of the related documents must be in one of the states. */
  readonly when: 'any' | 'all';
  readonly are: readonly string[];
  readonly suggest: Code;
}

export interface WorkflowDeclaration<Code extends string = string> {
  /** kebab-case, once per content type. */
  readonly name: string;
  readonly contentType: string;
  /** The enumeration that mirrors the state, so that filters work on it; none where nobody filters by it. */
  readonly field?: string;
  readonly labels: LocalizedText;
  readonly states: readonly StateDeclaration<Code>[];
  /** Where every new document starts. */
  readonly initial: NoInfer<Code>;
  readonly transitions: readonly TransitionDeclaration<NoInfer<Code>>[];
  /** Whether the public sees states and history. Default true. */
  readonly public?: boolean;
  /** A component of two partial dates whose end makes a document overdue. */
  readonly timeframe?: string;
  /** Related documents whose states of a workflow of the same name make up a suggestion. */
  readonly rollUp?: { readonly relation: string; readonly rules: readonly RollUpRule<NoInfer<Code>>[] };
  /** Publishing needs this state, and a change of the draft in it leads back to the other. */
  readonly publishing?: { readonly needs: NoInfer<Code>; readonly editLeadsTo: NoInfer<Code> };
  /** States of earlier releases, and where the documents that are still in them go at the next start. */
  readonly migrations?: Readonly<Record<string, NoInfer<Code>>>;
}

/** What a guard may look at. Gathered before it runs; what a guard does not ask for is not there. */
export interface GuardContext {
  /** Draft, or the only version, in the language that has one first; with the components asked for. */
  readonly document: Readonly<Record<string, unknown>>;
  /** What stands in each language of the draft: `{ en: {…}, fr: {…} }`. */
  readonly languages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Values given with the move. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly published: boolean;
  /** States of the related documents asked for, by relation. */
  readonly relatedStates: Readonly<Record<string, readonly string[]>>;
  /** ISO day. */
  readonly today: string;
}

/** A condition of a move, named so that declarations and answers can point at it. */
export interface GuardDeclaration {
  readonly name: string;
  /** Why the move is closed, as a sentence for the editor. */
  readonly message: LocalizedText;
  readonly needs?: {
    readonly components?: readonly string[];
    /** Relations whose states to give, and the attribute that mirrors them there. */
    readonly relatedStates?: Readonly<Record<string, string>>;
  };
  holds(facts: GuardContext): boolean;
}

/**
 * Declares a workflow on a content type. It is checked when the application starts, and a wrong one stops
 * the start and says what to mend. The compiler knows the states: `from`, `to` and `initial` are one of them.
 */
export const defineWorkflow = <const Code extends string>(
  declaration: WorkflowDeclaration<Code>,
): WorkflowDeclaration => declaration as unknown as WorkflowDeclaration;

/** Declares a guard; its name is what transitions list. */
export const defineGuard = (declaration: GuardDeclaration): GuardDeclaration => declaration;
