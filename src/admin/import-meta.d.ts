interface ImportMeta {
  /** Vite's own: loaders of the files a pattern matches, by path. */
  glob<Content>(pattern: string): Readonly<Record<string, () => Promise<{ readonly default: Content }>>>;
}
