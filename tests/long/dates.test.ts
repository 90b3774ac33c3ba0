import { testTypedDates } from '../support/typed-dates';

describe('dates typed in the panel in English', testTypedDates('en'));
