import { outcomeOf } from './send-mail';

describe('outcomeOf', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550 }, 'refused'],
    [{ code: 'EMESSAGE', responseCode: 451 }, 'failed'],
    [{ code: 'ESOCKET' }, 'unreachable'],
    [{ code: 'ETIMEDOUT' }, 'unreachable'],
    // The server that greets with 421 has too much to do for now.
    [{ code: 'EPROTOCOL', responseCode: 421 }, 'failed'],
    [{}, 'failed'],
  ])('%j', (failure, outcome) => {
    expect(outcomeOf(failure)).toBe(outcome);
  });
});
