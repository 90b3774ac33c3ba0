import { say } from '../words';
import type { SavedMapping } from './store';

/** A saved mapping as answers of the panel have it. */
export const savedView = (saved: SavedMapping, language: string) => ({
  id: saved.key,
  name: saved.name,
  tables: saved.tables,
  owner: saved.ownerName ?? say(language, `actors.${saved.ownerKind}`),
  changedBy: saved.changedBy ?? say(language, `actors.${saved.ownerKind}`),
  savedAt: new Date(saved.savedAt).toISOString(),
  changedAt: new Date(saved.changedAt).toISOString(),
  version: saved.version,
});
