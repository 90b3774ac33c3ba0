import type { Caller } from './callers';
import type { Decisions } from './our-decisions';

/** Permissions of content types: whether one has them depends on the type in the address. */
const EXPLORER = 'plugin::content-manager.explorer.';

const lacksType = (permission: string) => permission.startsWith(EXPLORER) && !permission.includes(' ');

const permissionsIn = (decision: string): string[] => decision.split(' + ');

export const isOfContentType = (decision: string): boolean => permissionsIn(decision).some(lacksType);

/** The decision of each route, by `METHOD /path`. @throws Error for a route that is decided twice */
export function byRoute(...tables: readonly Decisions[]): Map<string, string> {
  const decisions = new Map<string, string>();
  for (const [decision, lines] of tables.flatMap((table) => Object.entries(table))) {
    for (const line of lines) {
      const [methods = '', path = ''] = line.split(' ');
      for (const route of methods.split('|').map((method) => `${method} ${path}`)) {
        if (decisions.has(route)) throw new Error(`${route} is decided twice`);
        decisions.set(route, decision);
      }
    }
  }
  return decisions;
}

/** Whether a route is to let a caller in. @param isOfApi whether it belongs to the content API */
export function isLetIn(
  decision: string,
  { kind, holds }: Caller,
  { isOfApi, contentType }: { isOfApi: boolean; contentType: string },
): boolean {
  const isOfPanel = kind === 'login' || kind === 'admin token';
  switch (decision) {
    case 'anyone':
      return true;
    case 'closed':
    case 'refresh cookie':
      return false;
    case 'account':
      return kind === 'account';
    case 'transfer token':
      return kind === 'transfer token';
    case 'panel':
      return isOfPanel;
    case 'login':
      return kind === 'login';
  }
  if (isOfApi ? !['visitor', 'api token', 'account'].includes(kind) : !isOfPanel) return false;
  return permissionsOf(decision, contentType).every(holds);
}

/** What a caller needs by a decision that names permissions, each with its content type where it has one. */
export const permissionsOf = (decision: string, contentType: string): string[] =>
  permissionsIn(decision).map((permission) =>
    lacksType(permission) ? `${permission} ${contentType}` : permission,
  );

/** Whether a decision names permissions, and no kind of caller. */
export const isPermission = (decision: string): boolean => decision.includes('::');
