import { testFollowing } from '../support/follow-pages';

describe('following by mail in each language, to a visitor', testFollowing(['en', 'ka', 'es', 'fr', 'ar']));
