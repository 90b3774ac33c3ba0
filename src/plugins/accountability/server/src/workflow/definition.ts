import type { LocalizedText } from '../datasets/declaration';

/** A state of a document. */
export interface StateDeclaration<Code extends string = string> {
  readonly code: Code;
  readonly labels: LocalizedText;
  /** `#rrggbb`; always shown together with the label. */
  readonly colour: string;
  /** True for a final state: a document in it is never overdue. */
  readonly terminal?: boolean;
  /** True where a decision is needed: such documents are listed on the panel's home page. */
  readonly awaiting?: boolean;
  /** Progress a part in this state contributes to the whole, 0 to 100. Without it the part is not counted. */
  readonly progressWeight?: number;
}

/** An attribute a move writes together with the state. */
export interface TransitionField {
  readonly attribute: string;
  /** Required: the document must have a value after the move, given with it or stored. */
  readonly required?: boolean;
  /** Written by moves only: every other write to the attribute is refused, as to the state itself. */
  readonly owned?: boolean;
}

export interface TransitionDeclaration<Code extends string = string> {
  /** kebab-case; part of the permission's name. */
  readonly name: string;
  readonly labels: LocalizedText;
  /** The states it starts from; `*` for every one. */
  readonly from: readonly Code[] | '*';
  /** The target state; null where the state is unchanged and only fields are written. */
  readonly to: Code | null;
  /** Default: no reason. */
  readonly reason?: 'required' | 'optional';
  /** Codes of the panel's roles that initially have the permission; administrators can grant it to others. */
  readonly roles?: readonly string[];
  /** Names of guards, in the order in which they run; all failures are reported. */
  readonly guards?: readonly string[];
  readonly fields?: readonly TransitionField[];
}

/** A rule of a roll-up. The first matching one determines the suggestion. */
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
  /** The enumeration that mirrors the state, so that filters work on it; optional. */
  readonly field?: string;
  readonly labels: LocalizedText;
  readonly states: readonly StateDeclaration<Code>[];
  /** State of every new document. */
  readonly initial: NoInfer<Code>;
  readonly transitions: readonly TransitionDeclaration<NoInfer<Code>>[];
  /** Whether states and history are public. Default true. */
  readonly public?: boolean;
  /** A component of two partial dates whose end makes a document overdue. */
  readonly timeframe?: string;
  /** Related documents whose states, in the workflow of the same name, give a suggestion. */
  readonly rollUp?: { readonly relation: string; readonly rules: readonly RollUpRule<NoInfer<Code>>[] };
  /** Publishing requires this state, and a change of the draft returns it to the other. */
  readonly publishing?: { readonly needs: NoInfer<Code>; readonly editLeadsTo: NoInfer<Code> };
  /** States of earlier versions, and the ones that replace them at the next start. */
  readonly migrations?: Readonly<Record<string, NoInfer<Code>>>;
}

/** Input of a guard. Loaded before it runs; contains only what the guard declares. */
export interface GuardContext {
  /** Draft, or the only version, in the first available language; with the requested components. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The draft in each language: `{ en: {…}, fr: {…} }`. */
  readonly languages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Values given with the move. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly published: boolean;
  /** States of the requested related documents, by relation. */
  readonly relatedStates: Readonly<Record<string, readonly string[]>>;
  /** ISO day. */
  readonly today: string;
}

/** A condition of a move, named so that declarations and responses can refer to it. */
export interface GuardDeclaration {
  readonly name: string;
  /** Why the move is blocked, as a sentence for the editor. */
  readonly message: LocalizedText;
  readonly needs?: {
    readonly components?: readonly string[];
    /** Relations whose states to load, and the attribute that mirrors them there. */
    readonly relatedStates?: Readonly<Record<string, string>>;
  };
  holds(facts: GuardContext): boolean;
}

/**
 * Declares a workflow on a content type. It is checked when the application starts; an invalid one stops the start
 * with a message. The states are typed: `from`, `to` and `initial` must be one of them.
 */
export const defineWorkflow = <const Code extends string>(
  declaration: WorkflowDeclaration<Code>,
): WorkflowDeclaration => declaration as unknown as WorkflowDeclaration;

/** Declares a guard; transitions refer to it by name. */
export const defineGuard = (declaration: GuardDeclaration): GuardDeclaration => declaration;
