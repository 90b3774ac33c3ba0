import { testKilledImports } from '../support/killed-imports';

// `npm run test:long` kills thirty.
describe('an import whose process is killed', testKilledImports(6));
