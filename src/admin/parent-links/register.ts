import { NewChild } from './new-child';
import { ParentPanel } from './parent-panel';

/** What Strapi's content manager lets an application add. */
export interface ContentManager {
  addEditViewSidePanel(panels: unknown[]): void;
  addDocumentAction(actions: unknown[]): void;
}

/** Adds what a document belongs to: the side panel that moves it, and the parent of one made from a parent's form. */
export function registerParentLinks(contentManager: ContentManager): void {
  contentManager.addEditViewSidePanel([ParentPanel]);
  contentManager.addDocumentAction([NewChild]);
}
