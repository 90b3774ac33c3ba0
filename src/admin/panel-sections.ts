/** Sections of `src/words/<locale>.json` that the panel reads; `vite.config.ts` leaves the others out of it. */
export const PANEL_SECTIONS = [
  'admin-views',
  'panel-parent-links',
  'panel-languages',
  'vocabularies',
] as const;
