/** Who makes a move. `may` checks a permission by its name. */
export interface Actor {
  readonly kind: 'admin' | 'admin-token' | 'api-token' | 'system';
  readonly id: string | null;
  /** Shown to those who log in to the panel. */
  readonly name: string | null;
  /** Shown to the public: a role's name, never a person's. */
  readonly label: string | null;
  may(permission: string): boolean;
}

/** The application itself: initial content, migrations, scheduled work. */
export const SYSTEM: Actor = { kind: 'system', id: null, name: null, label: null, may: () => true };
