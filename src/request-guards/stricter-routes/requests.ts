import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { refusal } from './refusal';

type Check = (ctx: Context, strapi: Core.Strapi) => void | Promise<void>;

const body =
  (schema: z.ZodType): Check =>
  ({ request }, strapi) => {
    const parsed = schema.safeParse(request.body);
    if (parsed.success) return;
    const places = parsed.error.issues.map(({ path, code, message }) => ({ path, code, message }));
    const { message, details } = refusal(strapi, 'UNSOUND_BODY', {
      place: places[0]?.path.join('.') || 'body',
    });
    throw new errors.ValidationError(message, { ...details, errors: places });
  };

interface WebhookStore {
  findWebhook(id: string): Promise<object | null>;
}

/** Validation of requests to Strapi routes that use them unchecked. */
export const REQUESTS: Readonly<Record<string, Check>> = {
  permissionsCheck: body(z.looseObject({ permissions: z.array(z.looseObject({ action: z.string() })) })),
  homepageLayout: body(
    z.strictObject({
      version: z.number().int().min(1).optional(),
      widgets: z
        .array(
          z.strictObject({
            uid: z.string().min(1),
            width: z.union([z.literal(4), z.literal(6), z.literal(8), z.literal(12)]),
          }),
        )
        .max(100),
      updatedAt: z.iso.datetime().optional(),
    }),
  ),
  singleType({ params }: Context & { params?: { model?: string } }, strapi) {
    const model = String(params?.model);
    if (strapi.contentTypes[model as UID.ContentType]?.kind === 'singleType') return;
    const { message, details } = refusal(strapi, 'NO_SINGLE_TYPE', { place: model });
    throw new errors.NotFoundError(message, details);
  },
  async webhookTrigger({ params }: Context & { params?: { id?: string } }, strapi) {
    const store = strapi.get('webhookStore') as WebhookStore;
    // A number out of the column's range is a database error on PostgreSQL.
    const id = /^\d{1,9}$/.test(params?.id ?? '') ? String(params?.id) : null;
    if (id !== null && (await store.findWebhook(id))) return;
    const { message, details } = refusal(strapi, 'NO_SUCH_WEBHOOK', { place: String(params?.id) });
    throw new errors.NotFoundError(message, details);
  },
};
