import type { Context } from 'koa';

/**
 * Answers errors of its own kind. False: the error is of another kind, the context is untouched. It may throw an
 * error that replaces the one it was given.
 */
export type ErrorResponder = (ctx: Context, error: unknown) => boolean | Promise<boolean>;

/**
 * Wraps an action of a controller: an error it throws is answered by the first responder that knows its kind; one that
 * none knows is thrown again, for Strapi's error handler.
 */
export const withErrorResponses =
  (work: (ctx: Context) => Promise<void>, ...responders: readonly ErrorResponder[]) =>
  async (ctx: Context): Promise<void> => {
    try {
      await work(ctx);
    } catch (error) {
      for (const respond of responders) if (await respond(ctx, error)) return;
      throw error;
    }
  };

/** A responder for the errors of one class. */
export const respondTo =
  <E extends Error>(
    kind: abstract new (...args: never[]) => E,
    answer: (ctx: Context, error: E) => void | Promise<void>,
  ): ErrorResponder =>
  async (ctx, error) => {
    if (!(error instanceof kind)) return false;
    await answer(ctx, error);
    return true;
  };
