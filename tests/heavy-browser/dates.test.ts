import { testTypedDates } from '../support/typed-dates';

// `npm run test:long` types them in English.
describe('dates typed in the panel in Georgian', testTypedDates('ka'));
