import type { Overview } from '../content/overview';
import { folded } from './folded';

/**
 * Organisations by what a reader has typed or an address has: a slug, else a whole name or acronym in any language,
 * else a part of one.
 * @returns ids; none for what nobody is called
 */
export function organisationsNamed(
  text: string,
  { organisations, organisationBySlug }: Pick<Overview, 'organisations' | 'organisationBySlug'>,
): ReadonlySet<string> {
  const own = organisationBySlug.get(text);
  if (own) return new Set([own.id]);
  const wanted = folded(text);
  const [whole, part] = [new Set<string>(), new Set<string>()];
  for (const { id, name, acronym } of organisations) {
    const names = [...Object.values(name), ...Object.values(acronym)].flatMap((one) =>
      one ? folded(one) : [],
    );
    if (names.includes(wanted)) whole.add(id);
    else if (names.some((one) => one.includes(wanted))) part.add(id);
  }
  return whole.size > 0 ? whole : part;
}
