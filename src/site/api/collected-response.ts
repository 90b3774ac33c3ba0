import { IncomingMessage, ServerResponse } from 'node:http';

type Done = (error?: Error | null) => void;

/** A response whose body is collected in memory. */
export class CollectedResponse extends ServerResponse {
  private readonly parts: Buffer[] = [];
  /** Whether it was completed: an aborted one is destroyed instead. */
  isWhole = false;

  constructor(request: IncomingMessage) {
    super(request);
  }

  /** The collected body as text. */
  get text(): string {
    return Buffer.concat(this.parts).toString('utf8');
  }

  override write(part: unknown, ...rest: unknown[]): boolean {
    // A copy: the writer may reuse the memory for the next part.
    this.parts.push(Buffer.from(part as Uint8Array));
    (rest.find((one) => typeof one === 'function') as Done | undefined)?.();
    return true;
  }

  override end(...rest: unknown[]): this {
    this.isWhole = true;
    const [part] = rest;
    if (typeof part === 'string' || part instanceof Uint8Array) this.parts.push(Buffer.from(part as string));
    (rest.find((one) => typeof one === 'function') as Done | undefined)?.();
    return this;
  }

  /** There is no connection that could time out. */
  override setTimeout(): this {
    return this;
  }
}
