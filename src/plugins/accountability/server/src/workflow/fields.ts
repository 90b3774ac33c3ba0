import { z } from 'zod';
import { dayFault } from '../../../shared/iso-day';
import type { Failure, FieldDetail } from './requirements';
import type { TransitionDeclaration } from './definition';

/** The part of an attribute that writing it needs. */
export interface FieldAttribute {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

export type FieldValue = string | number | boolean | null;

/** Values of a move ready to be stored: one for all rows, or one per language. */
export interface ParsedFields {
  readonly shared: Readonly<Record<string, FieldValue>>;
  readonly byLanguage: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;
}

export const isLocalized = (attribute: FieldAttribute): boolean =>
  attribute.pluginOptions?.i18n?.localized === true;

const SHORT_TEXT = 255;

function schemaOf(attribute: FieldAttribute): z.ZodType<FieldValue> {
  switch (attribute.type) {
    case 'enumeration':
      return z.enum(attribute.enum as [string, ...string[]]).nullable();
    case 'integer':
      return z.int32().nullable();
    case 'boolean':
      return z.boolean().nullable();
    case 'date':
      return z
        .string()
        .refine((text) => dayFault(text) === null)
        .nullable();
    case 'string':
      return z
        .string()
        .max(attribute.maxLength ?? SHORT_TEXT)
        .nullable();
    default:
      return attribute.maxLength ? z.string().max(attribute.maxLength).nullable() : z.string().nullable();
  }
}

function detailOf(attribute: FieldAttribute, issue: z.core.$ZodIssue | undefined): FieldDetail {
  if (attribute.type === 'enumeration') {
    return { word: 'NOT_ONE_OF', values: { values: (attribute.enum ?? []).join(', ') } };
  }
  if (issue?.code === 'too_big') return { word: 'TOO_LONG', values: { maximum: String(issue.maximum) } };
  return { word: 'WRONG_TYPE', values: { type: attribute.type } };
}

/**
 * Validates the values given with a move. A localized text is `{en: …, fr: …}`, or a single text for the document's
 * first language. Pure.
 * @param locales the languages the document has, in the site's order
 */
export function parseFields(
  transition: TransitionDeclaration,
  given: Readonly<Record<string, unknown>>,
  attributes: Readonly<Record<string, FieldAttribute>>,
  locales: readonly string[],
): { fields: ParsedFields; failures: Failure[] } {
  const failures: Failure[] = [];
  const shared: Record<string, FieldValue> = {};
  const byLanguage: Record<string, Record<string, FieldValue>> = {};
  const check = (attribute: FieldAttribute, value: unknown, path: string[]): FieldValue | undefined => {
    const parsed = schemaOf(attribute).safeParse(value);
    if (parsed.success) return parsed.data;
    failures.push({ code: 'FIELD_INVALID', path, detail: detailOf(attribute, parsed.error.issues[0]) });
    return undefined;
  };

  for (const [name, value] of Object.entries(given)) {
    const path = ['fields', name];
    const isAsked = transition.fields?.some(({ attribute }) => attribute === name);
    const attribute = isAsked && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (!attribute) {
      failures.push({ code: 'FIELD_UNKNOWN', path });
      continue;
    }
    if (!isLocalized(attribute)) {
      const parsed = check(attribute, value, path);
      if (parsed !== undefined) shared[name] = parsed;
      continue;
    }
    const texts =
      typeof value === 'object' && value !== null ? Object.entries(value) : [[locales[0] ?? '', value]];
    for (const [language, text] of texts as [string, unknown][]) {
      if (!locales.includes(language)) {
        failures.push({
          code: 'FIELD_INVALID',
          path: [...path, language],
          detail: { word: 'NO_SUCH_LANGUAGE', values: { language, known: locales.join(', ') } },
        });
        continue;
      }
      const parsed = check(attribute, text, [...path, language]);
      if (parsed !== undefined) (byLanguage[language] ??= {})[name] = parsed;
    }
  }
  return { fields: { shared, byLanguage }, failures };
}
