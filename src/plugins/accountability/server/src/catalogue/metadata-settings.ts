import { z } from 'zod';
import type { VisitText } from '../languages/declared-texts';
import { DATA_THEMES, FREQUENCIES, PUBLISHER_TYPES } from './authorities';

const words = z.record(z.string(), z.string().min(1));
const webAddress = z.url({ protocol: /^https?$/ });

/** A licence under which data may be used. */
export const licenceSchema = z.strictObject({
  name: z.string().min(1),
  url: webAddress,
  /** Identifier of the SPDX list: `CC-BY-4.0`. */
  spdx: z
    .string()
    .regex(/^[-a-zA-Z0-9._]+$/)
    .optional(),
  /** Its address in the EU's list of licences. */
  authority: webAddress.optional(),
});

export const DEFAULT_LICENCE: z.infer<typeof licenceSchema> = {
  name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  spdx: 'CC-BY-4.0',
  authority: 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0',
};

/** A content type of the public content API, described beside the datasets. */
const contentApiType = z.strictObject({
  contentType: z.string().min(1),
  /** Name of its documents, as a heading. */
  labels: words,
});

/** Metadata of the whole catalogue: publisher, contact, licence. */
export const metadataSettings = {
  licence: licenceSchema.default(DEFAULT_LICENCE),
  /** Its legal text, for archives. */
  licenceText: z.string().min(1).optional(),
  /** Short name of the data package, kebab-case. */
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .default('open-data'),
  title: words.optional(),
  description: words.optional(),
  keywords: z.array(words).default([]),
  publisher: z
    .strictObject({
      name: words,
      type: z.enum(PUBLISHER_TYPES).optional(),
      homepage: webAddress.optional(),
      /** URI of the organisation; by default one below the catalogue. */
      uri: webAddress.optional(),
    })
    .optional(),
  contact: z
    .strictObject({ name: words.optional(), email: z.email().optional(), form: webAddress.optional() })
    .refine(({ email, form }) => email || form, {
      message: 'give an e-mail address or the address of a form',
    })
    .optional(),
  /** Landing page of the data; by default the public address of the site. */
  homepage: webAddress.optional(),
  /** The place the data are about, with its names, or the country whose names the platform knows. */
  spatial: z
    .strictObject({
      uri: webAddress,
      labels: words.optional(),
      /** ISO 3166-1 alpha-2. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    })
    .refine(({ labels, country }) => (labels === undefined) !== (country === undefined), {
      message: 'give the names of the place (labels) or the code of its country, such as GE',
    })
    .optional(),
  frequency: z.enum(FREQUENCIES).default('CONT'),
  theme: z.enum(DATA_THEMES).default('GOVE'),
  contentApi: z.array(contentApiType).default([]),
};

export type MetadataSettings = z.infer<z.ZodObject<typeof metadataSettings>>;

/** The settings with every text mapped by the visitor. */
export function settingsWithTexts<Settings extends MetadataSettings>(
  settings: Settings,
  visit: VisitText,
): Settings {
  const at = (name: string): string => `setting "openData.${name}": the text`;
  const { title, description, publisher, contact, spatial } = settings;
  return {
    ...settings,
    ...(title && { title: visit(title, at('title')) }),
    ...(description && { description: visit(description, at('description')) }),
    ...(publisher && { publisher: { ...publisher, name: visit(publisher.name, at('publisher.name')) } }),
    ...(contact?.name && { contact: { ...contact, name: visit(contact.name, at('contact.name')) } }),
    ...(spatial?.labels && {
      spatial: { ...spatial, labels: visit(spatial.labels, at('spatial.labels')) },
    }),
    keywords: settings.keywords.map((keyword, index) => visit(keyword, at(`keywords.${index}`))),
    contentApi: settings.contentApi.map((type, index) => ({
      ...type,
      labels: visit(type.labels, at(`contentApi.${index}.labels`)),
    })),
  };
}
