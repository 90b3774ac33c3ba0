import type { LocalizedText, LocalizedMessage } from '../../../shared/localized-text';

/** Responses of the workflow API, as far as the panel reads them. */
export type Words = LocalizedText;

export interface StateView {
  readonly code: string;
  readonly labels: Words;
  readonly colour: string;
  readonly declared: boolean;
}

export interface MoveField {
  readonly attribute: string;
  readonly type: string;
  readonly values?: readonly string[];
  readonly required: boolean;
  readonly localized: boolean;
  readonly value: unknown;
}

export interface Move {
  readonly transition: string;
  readonly labels: Words;
  readonly to: StateView;
  readonly open: boolean;
  readonly reason: 'required' | 'optional' | null;
  readonly fields: readonly MoveField[];
  readonly closed: readonly (LocalizedMessage & { readonly code: string })[];
}

export interface HistoryEntry {
  readonly sequence: number;
  readonly transition: string;
  readonly labels: Words | null;
  readonly from: StateView | null;
  readonly to: StateView;
  readonly at: string;
  readonly asOf: string | null;
  readonly asOfPrecision: string | null;
  readonly reason: string | null;
  readonly actor: { readonly kind: string; readonly name: string | null; readonly label: string | null };
}

export interface DocumentWorkflow {
  readonly workflow: string;
  readonly labels: Words;
  readonly state: StateView;
  readonly version: number;
  readonly overdue: boolean | null;
  readonly suggestion: {
    readonly state: StateView | null;
    readonly progress: number | null;
    readonly parts: number;
  } | null;
  readonly moves: readonly Move[];
  readonly history: readonly HistoryEntry[];
}

export interface DeclaredWorkflow {
  readonly workflow: string;
  readonly contentType: string;
  readonly field: string | null;
  /** Whether its lists can be filtered by overdue. */
  readonly overdue: boolean;
  readonly labels: Words;
  readonly states: readonly { readonly code: string; readonly labels: Words; readonly colour: string }[];
  readonly transitions: readonly { readonly transition: string; readonly labels: Words }[];
}

export interface OverviewItem {
  readonly labels?: Words | null;
  readonly transition?: string;
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
  readonly state?: StateView;
  readonly from?: StateView | null;
  readonly to?: StateView;
  readonly endDate?: string;
  readonly endPrecision?: string;
  readonly since?: string;
  readonly at?: string;
  readonly actor?: { readonly name: string | null; readonly label: string | null };
}

export interface Overview {
  readonly overdue: readonly OverviewItem[];
  readonly awaiting: readonly OverviewItem[];
  readonly latest: readonly OverviewItem[];
}

/** A failed requirement. */
export interface MoveFailure extends LocalizedMessage {
  readonly path: readonly string[];
}

/** A refused move: its message, and the fields concerned. */
export interface Refusal extends LocalizedMessage {
  readonly status: number;
  readonly failures: readonly MoveFailure[];
}

/** Reads a refusal from an error of Strapi's fetch client. Only our own API has messages in each language. */
export function refusalOf(error: unknown): Refusal {
  const answer = (error as { response?: { data?: { error?: Record<string, unknown> } } }).response?.data
    ?.error;
  const details = answer?.details as { messages?: Words; errors?: readonly MoveFailure[] } | undefined;
  const message = String(answer?.message ?? (error as Error).message);
  return {
    status: Number(answer?.status ?? 500),
    message,
    messages: details?.messages ?? {},
    failures: (details?.errors ?? []).filter(({ messages }) => messages),
  };
}
