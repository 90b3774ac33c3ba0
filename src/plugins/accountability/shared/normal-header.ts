/** A header as it is compared: `Lead agency`, `lead_agency` and `LEAD-AGENCY` are the same. */
export const normalHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
