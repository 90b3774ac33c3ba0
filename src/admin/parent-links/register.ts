import { NewChild } from './new-child';
import { ParentPanel } from './parent-panel';

/** The extension points of Strapi's content manager. */
export interface ContentManager {
  addEditViewSidePanel(panels: unknown[]): void;
  addDocumentAction(actions: unknown[]): void;
}

/**
 * Adds the side panel that moves a document to another parent, and the parent of a document created from a parent's
 * form.
 */
export function registerParentLinks(contentManager: ContentManager): void {
  contentManager.addEditViewSidePanel([ParentPanel]);
  contentManager.addDocumentAction([NewChild]);
}
