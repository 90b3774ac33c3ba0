/** Which items of one flat list belong to which row: two lists of numbers instead of an array per row. */
export class Groups {
  /** Items `from` up to but not including `to` belong to the row asked for last. */
  from = 0;
  to = 0;
  private last = -1;
  private readonly sources: Int32Array;
  private readonly starts: Int32Array;

  /** @param sourceOf for each item the id of the row it belongs to, in ascending order */
  constructor(sourceOf: readonly number[]) {
    const sources: number[] = [];
    const starts: number[] = [];
    sourceOf.forEach((source, item) => {
      if (sources.at(-1) === source) return;
      sources.push(source);
      starts.push(item);
    });
    starts.push(sourceOf.length);
    this.sources = Int32Array.from(sources);
    this.starts = Int32Array.from(starts);
  }

  /** Sets `from` and `to`; false when it is the same row as before and nothing has changed. */
  select(row: number): boolean {
    if (row === this.last) return false;
    this.last = row;
    let low = 0;
    let high = this.sources.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sources[middle] as number) < row) low = middle + 1;
      else high = middle;
    }
    const found = this.sources[low] === row;
    this.from = found ? (this.starts[low] as number) : 0;
    this.to = found ? (this.starts[low + 1] as number) : 0;
    return true;
  }
}
