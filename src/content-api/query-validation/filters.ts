import { asList, firstFault, isObject, type QueryFault } from './fault';
import type { NamedIn } from './model';
import { operandFault } from './values';

const GROUPS = new Set(['$and', '$or']);

/**
 * Faults of conditions on the attributes of a schema: Strapi validates names and operators, not their combination.
 */
export function groupFault(
  group: unknown,
  uid: string,
  namedIn: NamedIn,
  place: string,
  isComponent = false,
): QueryFault | null {
  if (!isObject(group)) return { code: 'CONDITIONS_NEEDED', place };
  return firstFault(Object.entries(group), ([name, value]) => {
    const here = `${place}[${name}]`;
    if (GROUPS.has(name)) {
      const list = asList(value);
      if (!list) return { code: 'LIST_NEEDED', place: here };
      return firstFault(list.entries(), ([index, one]) =>
        groupFault(one, uid, namedIn, `${here}[${index}]`, isComponent),
      );
    }
    if (name === '$not') return groupFault(value, uid, namedIn, here, isComponent);
    if (name.startsWith('$')) return { code: 'OPERATOR_NOT_HERE', place: here };
    if (isComponent && name === 'documentId') return { code: 'NO_SUCH_FIELD', place: here };
    const named = namedIn(uid, name);
    if (!named) return null;
    if (named.kind === 'value') return conditionFault(named.type, value, here);
    if (isObject(value) && !Object.keys(value).some((key) => key.startsWith('$'))) {
      return groupFault(value, named.target, namedIn, here, named.isComponent);
    }
    return relationFault(value, named, namedIn, here);
  });
}

/** A condition on a relation itself: it compares the number of related rows. */
function relationFault(
  value: unknown,
  { target, isComponent }: { target: string; isComponent: boolean },
  namedIn: NamedIn,
  place: string,
): QueryFault | null {
  if (!isObject(value)) return conditionFault('integer', value, place);
  const keys = Object.keys(value);
  if (keys.some((key) => GROUPS.has(key))) return groupFault(value, target, namedIn, place, isComponent);
  if (keys.length > 1) return { code: 'ONE_OPERATOR', place };
  return conditionFault('integer', value, place);
}

/** A value, a list of them, or operators with their values. */
function conditionFault(type: string, value: unknown, place: string): QueryFault | null {
  const list = Array.isArray(value) ? value : null;
  if (list) {
    return firstFault(list.entries(), ([index, one]) => conditionFault(type, one, `${place}[${index}]`));
  }
  if (!isObject(value)) return operandFault(type, '$eq', value, place);
  return firstFault(Object.entries(value), ([operator, operand]) => {
    const here = `${place}[${operator}]`;
    if (GROUPS.has(operator)) return { code: 'OPERATOR_NOT_HERE', place: here };
    if (operator === '$not') return conditionFault(type, operand, here);
    // Unknown names and operators are rejected by Strapi.
    return operator.startsWith('$') ? operandFault(type, operator, operand, here) : null;
  });
}
