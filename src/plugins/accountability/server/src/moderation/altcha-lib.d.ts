/** The used part of altcha-lib: its own types need a newer module resolution. */
declare module 'altcha-lib' {
  export interface Challenge {
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly signature?: string;
  }
  export interface Solution {
    readonly counter: number;
    readonly derivedKey: string;
  }
  type DeriveKey = typeof import('altcha-lib/algorithms/pbkdf2').deriveKey;

  export function createChallenge(options: {
    algorithm: string;
    cost: number;
    deriveKey: DeriveKey;
    expiresAt: Date;
    hmacSignatureSecret: string;
    data: Record<string, number | string>;
  }): Promise<Challenge>;

  export function solveChallenge(options: {
    challenge: Challenge;
    deriveKey: DeriveKey;
  }): Promise<Solution | null>;

  export function verifySolution(options: {
    challenge: Challenge;
    solution: Solution;
    deriveKey: DeriveKey;
    hmacSignatureSecret: string;
  }): Promise<{ readonly expired: boolean; readonly verified: boolean }>;
}

declare module 'altcha-lib/algorithms/pbkdf2' {
  export function deriveKey(
    parameters: object,
    salt: Uint8Array,
    password: Uint8Array,
  ): Promise<{ derivedKey: Uint8Array }>;
}
