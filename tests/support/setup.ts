import { closeResources } from './resources';

// A test file that fails before its own close() must not leave its application or browser to the next file.
afterAll(closeResources);
