import { closeOpenTrackers } from './tracker';

// A test file that fails before its own close() must not leave its application to the next file.
afterAll(closeOpenTrackers);
