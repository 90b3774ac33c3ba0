/** The published rows of one document, by their numeric ids, which are valid inside one snapshot only. */
export interface DocumentKey {
  readonly documentId: string;
  /** The primary row: that of the first language that has one. It supplies unlocalized values. */
  readonly rowId: number;
  /** In the order of the languages; null where there is no translation. */
  readonly rowIds: readonly (number | null)[];
}
