import type { Tracker } from './tracker';

/** Reads documents of open data from the application that is running at the time. */
export function metadataReader(running: () => Tracker) {
  const address = (file: string) => `${running().url}/api/open-data/${file}`;
  const text = async (file: string): Promise<string> => {
    const response = await fetch(address(file));
    expect([file, response.status]).toEqual([file, 200]);
    return response.text();
  };
  return { address, text, json: async <Body>(file: string) => JSON.parse(await text(file)) as Body };
}
