/**
 * A reading of the plugin's configuration that is done once for each object: the check before the start and what asks
 * for the settings afterwards share it. What it throws is thrown each time.
 */
export function parsedOnce<Parsed>(parse: (config: unknown) => Parsed): (config: object) => Parsed {
  const known = new WeakMap<object, { readonly parsed: Parsed }>();
  return (config) => {
    let entry = known.get(config);
    if (!entry) {
      entry = { parsed: parse(config) };
      known.set(config, entry);
    }
    return entry.parsed;
  };
}
