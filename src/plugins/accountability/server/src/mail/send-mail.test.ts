import { outcomeOf } from './send-mail';

describe('outcomeOf', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550 }, 'refused'],
    [{ code: 'EMESSAGE', responseCode: 451 }, 'failed'],
    [{ code: 'ESOCKET' }, 'unreachable'],
    [{ code: 'ETIMEDOUT' }, 'unreachable'],
    // A server that greets with 421 is temporarily unavailable.
    [{ code: 'EPROTOCOL', responseCode: 421 }, 'failed'],
    [{}, 'failed'],
  ])('%j', (failure, outcome) => {
    expect(outcomeOf(failure)).toBe(outcome);
  });
});
