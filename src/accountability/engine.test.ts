import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ENGINE = path.resolve(__dirname, '../plugins/accountability');

describe('the engine', () => {
  it('names no content type of the application', () => {
    const types = readdirSync(path.resolve(__dirname, '../api'));
    const files = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(ts|tsx|json|js)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(50);
    const naming = files.filter((file) => {
      const text = readFileSync(path.join(ENGINE, file), 'utf8');
      return types.some((type) => text.includes(`api::${type}`) || text.includes(`'${type}'`));
    });
    expect(naming).toEqual([]);
  });
});
