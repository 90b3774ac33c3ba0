/** A word of a vocabulary as it is compared: letter case and spaces around it do not matter. */
export const normalWord = (text: string): string => text.trim().normalize('NFC').toLowerCase();
