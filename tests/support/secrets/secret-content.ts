import type { Core, UID } from '@strapi/strapi';
import { asModeration } from '../comments';
import type { Tracker } from '../tracker';
import { seedFollowers } from './followers';
import { attributesOf, markedData, ownRelations } from './marked-data';
import { Marks } from './marks';

const COMMENT = 'api::comment.comment';
const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';

/** Attribute of what cannot be published without it, and is not moved by writing it. */
const PARENT = 'commitment';

const SITUATIONS = ['draft', 'edited', 'half', 'unpublished', 'corrected', 'deleted'] as const;
type Situation = (typeof SITUATIONS)[number];
/** Their relations tie codes to those of other documents. */
const LINKED: readonly Situation[] = ['draft', 'edited', 'half'];

/** Documents by content type and situation. */
export type Documents = Record<string, Record<Situation, string>>;

/** Fills a site with words nobody may read, and with words everybody may, in every situation content can be in. */
export async function seedSecrets({ strapi }: Tracker): Promise<{ marks: Marks; documents: Documents }> {
  const marks = new Marks();
  const people = await seedPeople(strapi, marks);
  const uids = Object.values(strapi.contentTypes)
    .filter(({ uid, options }) => uid.startsWith('api::') && options?.draftAndPublish)
    .map(({ uid }) => uid as UID.ContentType);
  const site = new Seeding(strapi, marks, people);
  const theme = await site.theme();
  const documents: Documents = {};
  // Commitments come before what belongs to them.
  for (const uid of uids) {
    const made = {} as Record<Situation, string>;
    const parent = documents[COMMITMENT]?.edited;
    for (const situation of SITUATIONS) made[situation] = await site.document(uid, situation, parent);
    documents[uid] = made;
  }
  await site.link(documents, theme);
  await site.moves(documents);
  await site.comments(documents);
  await seedFollowers(strapi, marks, documents[COMMITMENT]!.edited);
  return { marks, documents };
}

interface People {
  readonly admin: number;
  readonly actor: object;
}

/** Accounts, tokens and webhooks: names and addresses of those who work on the site. */
async function seedPeople(strapi: Core.Strapi, marks: Marks): Promise<People> {
  const mail = (place: string) => `${marks.secret(place)}@example.org`;
  const admin = (await strapi.service('admin::user').create({
    email: mail('admin.email'),
    firstname: marks.secret('admin.firstname'),
    lastname: marks.secret('admin.lastname'),
    isActive: true,
    registrationToken: null,
    roles: [],
  })) as { id: number };
  await strapi.db.query('plugin::users-permissions.user').create({
    data: {
      username: marks.secret('user.username'),
      email: mail('user.email'),
      provider: 'local',
      confirmed: true,
    },
  });
  await strapi.service('admin::api-token').create({
    name: marks.secret('api-token.name'),
    description: marks.secret('api-token.description'),
    type: 'full-access',
    lifespan: null,
  });
  await strapi.db.query('strapi::webhook').create({
    data: {
      name: marks.secret('webhook.name'),
      url: `https://${marks.secret('webhook.url')}.example/`,
      headers: {},
      events: [],
      enabled: false,
    },
  });
  const actor = {
    kind: 'admin',
    id: String(admin.id),
    name: marks.secret('actor.name'),
    label: null,
    may: () => true,
  };
  return { admin: admin.id, actor };
}

class Seeding {
  constructor(
    private readonly strapi: Core.Strapi,
    private readonly marks: Marks,
    private readonly people: People,
  ) {}

  /** A theme, which has no draft. */
  async theme(): Promise<string> {
    const wanted = {
      strapi: this.strapi,
      open: this.marks.public,
      secret: this.marks.secret,
      place: 'theme',
    };
    const data = markedData('api::theme.theme', wanted);
    const documents = this.strapi.documents('api::theme.theme');
    const { documentId } = await documents.create({ locale: 'ka', data } as never);
    return documentId;
  }

  async document(uid: UID.ContentType, situation: Situation, parent?: string): Promise<string> {
    const { strapi, marks, people } = this;
    const isChild = ownRelations(strapi, uid).some(({ name }) => name === PARENT);
    const documents = strapi.documents(uid);
    const place = `${uid} ${situation}`;
    const without = ['slug', ...(LINKED.includes(situation) ? ['code'] : [])];
    const write = (locale: 'ka' | 'en', isOpen: boolean) => {
      const open = isOpen ? marks.public : marks.secret;
      const wanted = { strapi, open, secret: marks.secret, place, without };
      const marked = markedData(uid, wanted, locale === 'ka' ? 'all' : 'localized');
      const data = {
        ...marked,
        ...(marked.period ? { period: { ...marked.period, year: 2020 } } : {}),
        updatedBy: people.admin,
      };
      return documents.update({ documentId, locale, data } as never);
    };
    const { documentId } = await documents.create({
      locale: 'ka',
      data: {
        ...this.bare(uid, situation, place),
        ...(isChild && { [PARENT]: parent }),
        createdBy: people.admin,
      },
    } as never);
    await write('ka', situation === 'edited' || situation === 'half');
    await write('en', situation === 'edited');

    if (situation === 'draft') {
      marks.keep(documentId, `${place}.documentId`);
      return documentId;
    }
    await this.publish(uid, documentId, situation === 'half' ? 'ka' : '*');
    if (situation === 'edited') {
      await write('ka', false);
      await write('en', false);
    } else if (situation === 'corrected') {
      await write('ka', true);
      await write('en', true);
      await this.publish(uid, documentId, '*');
    } else if (situation === 'unpublished') {
      await documents.unpublish({ documentId, locale: '*' } as never);
    } else if (situation === 'deleted') {
      await documents.delete({ documentId, locale: '*' } as never);
    }
    return documentId;
  }

  /** The least of a document. Its slug stays for ever once it has been published. */
  private bare(uid: string, situation: Situation, place: string): object {
    const isOpen = ['edited', 'half', 'corrected'].includes(situation);
    const word = (name: string) => (isOpen ? this.marks.public : this.marks.secret)(`${place}.${name}`);
    const attributes = new Map(attributesOf(this.strapi, uid));
    const required = ['title', 'name', 'scope'].filter((name) => attributes.get(name)?.required);
    return {
      ...Object.fromEntries(required.map((name) => [name, attributes.get(name)?.enum?.[0] ?? 'x'])),
      ...(attributes.has('slug') && { slug: word('slug') }),
    };
  }

  /** Drafts and what is published lead to each other. */
  async link(documents: Documents, theme: string): Promise<void> {
    for (const [uid, { draft, edited, half }] of Object.entries(documents)) {
      const relations = ownRelations(this.strapi, uid).filter(({ name }) => name !== PARENT);
      const lead = async (documentId: string, to: Situation) => {
        const data = Object.fromEntries(
          relations.map(({ name, target, isList }) => {
            const id = target === 'api::theme.theme' ? theme : documents[target]![to];
            return [name, isList ? [id, ...(documents[target] ? [documents[target].half] : [])] : id];
          }),
        );
        const query = this.strapi.documents(uid as UID.ContentType);
        await query.update({ documentId, locale: 'ka', data } as never);
      };
      await lead(draft, 'edited');
      await lead(half, 'draft');
      await this.publish(uid as UID.ContentType, half, 'ka');
      await lead(edited, 'half');
    }
    await this.openLinks(documents, theme);
  }

  /** Of what is published one of each kind leads to what is published too, for the files of links. */
  private async openLinks(documents: Documents, theme: string): Promise<void> {
    for (const uid of [COMMITMENT, MILESTONE] as const) {
      const { corrected } = documents[uid]!;
      const partners = [documents['api::partner.partner']!.corrected];
      const data = uid === COMMITMENT ? { partners, themes: [theme] } : { partners };
      await this.strapi.documents(uid).update({ documentId: corrected, locale: 'ka', data } as never);
      await this.publish(uid, corrected, '*');
    }
  }

  async moves(documents: Documents): Promise<void> {
    for (const uid of [COMMITMENT, MILESTONE]) {
      for (const situation of ['draft', 'unpublished', 'half'] as const) {
        const word = situation === 'half' ? this.marks.public : this.marks.secret;
        await this.move(
          uid,
          documents[uid]![situation],
          'implementation',
          'delay',
          word(`${uid} ${situation} move.reason`),
        );
      }
    }
  }

  /** Comments in every state, on a commitment that is published and on those that are not. */
  async comments(documents: Documents): Promise<void> {
    const { edited, draft, unpublished } = documents[COMMITMENT]!;
    const partner = documents['api::partner.partner']!.draft;
    const write = async (commitment: string, isOpen: boolean, place: string, ...moves: string[]) => {
      const open = isOpen ? this.marks.public : this.marks.secret;
      const data = markedData(COMMENT, {
        strapi: this.strapi,
        open,
        secret: this.marks.secret,
        place: `comment ${place}`,
        // A code, and what the site writes itself.
        without: ['language', 'textFingerprint', 'subjectId', 'parentId'],
      });
      const { documentId } = await asModeration(() =>
        this.strapi.documents(COMMENT).create({
          data: { ...data, commitment, partner, official: true },
        } as never),
      );
      for (const transition of moves) {
        const reason = this.marks.secret(`comment ${place} move.reason`);
        await this.move(COMMENT, documentId, 'moderation', transition, reason);
      }
      if (!moves.includes('approve')) this.marks.keep(documentId, `comment ${place}.documentId`);
    };
    await write(edited, true, 'approved', 'approve');
    await write(edited, false, 'pending');
    await write(edited, false, 'rejected', 'reject');
    await write(edited, false, 'spam', 'mark-spam');
    await write(edited, false, 'hidden', 'approve', 'hide');
    await write(draft, false, 'on a draft', 'approve');
    await write(unpublished, false, 'on what is unpublished', 'approve');
  }

  private async publish(uid: UID.ContentType, documentId: string, locale: string): Promise<void> {
    if (uid === COMMITMENT) {
      for (const transition of ['submit', 'send-back', 'submit', 'approve']) {
        const reason =
          transition === 'approve' ? undefined : this.marks.secret(`${uid} ${transition}.reason`);
        await this.move(uid, documentId, 'editorial', transition, reason);
      }
    }
    await this.strapi.documents(uid).publish({ documentId, locale } as never);
  }

  private move(
    contentType: string,
    documentId: string,
    workflow: string,
    transition: string,
    reason?: string,
  ) {
    const request = { contentType, documentId, workflow, transition, reason };
    return this.strapi.plugin('accountability').service('workflows').move(request, this.people.actor);
  }
}
