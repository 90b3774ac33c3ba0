import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import type { Context } from 'koa';
import { rightsByAbility, type PanelAbility } from './ability-fields';

/** Whether a field may be searched. */
type Readable = (field: string) => boolean;

/** The per-attribute property that Strapi's database layer reads when it builds a search. */
interface SearchedAttribute {
  searchable?: boolean;
}

const everything: Readable = () => true;

/**
 * Fields of a content type that the request may read: in the panel by roles, at the content API, with a token or
 * without, those that are not private.
 */
function readableInRequest(strapi: Core.Strapi, ctx: Context, uid: string): Readable {
  const ability = ctx.state?.userAbility as PanelAbility | undefined;
  if (ability) return rightsByAbility(strapi, ability, uid)?.everywhere ?? everything;
  const model = strapi.getModel(uid as UID.ContentType) as Parameters<
    typeof contentTypes.isPrivateAttribute
  >[0];
  return (field) => !contentTypes.isPrivateAttribute(model, field);
}

/**
 * Restricts a search (`_q`) to fields its caller may read: otherwise an address could be guessed letter by letter
 * from whether a document is found. Strapi searches all texts and numbers of a content type that are `searchable`;
 * this now depends on the running request. Code outside of requests searches all.
 */
export function limitSearch(strapi: Core.Strapi): void {
  const known = new WeakMap<object, { ability: unknown; byUid: Map<string, Readable> }>();
  const readable = (ctx: Context, uid: string): Readable => {
    const ability: unknown = ctx.state?.userAbility;
    let fields = known.get(ctx);
    // A request gets its ability during authentication.
    if (!fields || fields.ability !== ability) known.set(ctx, (fields = { ability, byUid: new Map() }));
    const made = fields.byUid.get(uid) ?? readableInRequest(strapi, ctx, uid);
    fields.byUid.set(uid, made);
    return made;
  };

  for (const uid of Object.keys(strapi.contentTypes)) {
    const { attributes } = strapi.db.metadata.get(uid) as { attributes: Record<string, SearchedAttribute> };
    for (const [name, attribute] of Object.entries(attributes)) {
      if (attribute.searchable === false) continue;
      Object.defineProperty(attribute, 'searchable', {
        configurable: true,
        enumerable: true,
        get: () => {
          const ctx = strapi.requestContext.get();
          return !ctx || readable(ctx, uid)(name);
        },
      });
    }
  }
}
