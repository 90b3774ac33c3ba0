/** Says of a figure whether it is as it should be. */
export const passOrFail = (isMet, target) => `${isMet ? 'met' : 'MISSED'} (target ${target})`;

const sorted = (values) => [...values].sort((a, b) => a - b);
export const highest = (values) => sorted(values).at(-1);
