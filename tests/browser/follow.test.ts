import { testFollowing } from '../support/follow-pages';

// Each language is tested in `heavy-browser`.
describe('following by mail, to a visitor', testFollowing(['ar']));
