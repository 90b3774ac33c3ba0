/** The most pixels of an uploaded picture, all its frames together, in millions: each takes four bytes to process. */
export const uploadMaxMegapixels = (env: { int(name: string, fallback: number): number }): number =>
  env.int('UPLOAD_MAX_MEGAPIXELS', 100);
