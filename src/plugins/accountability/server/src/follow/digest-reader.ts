import type { Core } from '@strapi/strapi';
import { readFollowedChanges, type ChangedDocument } from './changes';
import { digestItems } from './digest-items';
import type { DigestGroup } from './digest-mail';
import { shownSubject } from './subjects';

/** A followed document, and up to which entry of the change log it was reported. */
export interface Followed {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly position: number;
}

type DigestContent = Omit<DigestGroup, 'leave'>;

/** Reads what has changed about followed documents; once in a run for all who follow the same. */
export class DigestReader {
  private readonly changes = new Map<string, Promise<ChangedDocument[]>>();
  private readonly contents = new Map<string, Promise<DigestContent | null>>();

  /** @param until number of the last entry of the change log that counts */
  constructor(
    private readonly strapi: Core.Strapi,
    private readonly until: number,
  ) {}

  /**
   * The content of a digest about a followed document in a language; null where nothing has changed, and for one that is not
   * public any more.
   * @param site address of the site
   */
  read(followed: Followed, language: string, site: string): Promise<DigestContent | null> {
    const key = `${followed.subjectId} ${followed.position}`;
    const inLanguage = `${language} ${key}`;
    let content = this.contents.get(inLanguage);
    if (!content) this.contents.set(inLanguage, (content = this.readContent(followed, key, language, site)));
    return content;
  }

  private async readContent(
    { subjectType, subjectId, position }: Followed,
    key: string,
    language: string,
    site: string,
  ): Promise<DigestContent | null> {
    if (position >= this.until) return null;
    let changes = this.changes.get(key);
    if (!changes) {
      changes = readFollowedChanges(this.strapi, subjectId, { from: position, until: this.until });
      this.changes.set(key, changes);
    }
    const items = (await changes).flatMap((one) => digestItems(this.strapi, one, language, site));
    if (items.length === 0) return null;
    const subject = await shownSubject(this.strapi, subjectType, subjectId, language);
    if (!subject) return null;
    return { title: subject.title, url: subject.path === null ? null : `${site}${subject.path}`, items };
  }
}
