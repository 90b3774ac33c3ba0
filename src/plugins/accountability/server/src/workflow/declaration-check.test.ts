import fc from 'fast-check';
import { declarationProblems } from './declaration-check';
import { example } from './example-workflow.test-support';
import { move, stateOf } from './machine';
import { hasPublishedVersion } from './shipped-guards';
import { defineGuard, defineWorkflow, type WorkflowDeclaration } from './definition';

const hasResult = defineGuard({ name: 'hasResult', message: { ka: 'ა', en: 'a' }, holds: () => true });
const problemsOf = (changes: Partial<WorkflowDeclaration>) =>
  declarationProblems([{ ...example, ...changes }], [hasResult]).join('\n');
const [open, ...otherStates] = example.states;
const [finish, ...otherTransitions] = example.transitions;

describe('declarationProblems', () => {
  it('finds nothing wrong with a sound declaration', () => {
    expect(declarationProblems([example], [hasResult, hasPublishedVersion])).toEqual([]);
  });

  it.each<[string, Partial<WorkflowDeclaration>, string]>([
    ['a state nothing leads to', { transitions: otherTransitions }, 'state "done" cannot be reached'],
    [
      'a transition to nowhere',
      { transitions: [{ ...finish!, to: 'finished' }, ...otherTransitions] },
      'leads to "finished", which is no state',
    ],
    [
      'a transition from nowhere',
      { transitions: [{ ...finish!, from: ['begun'] }, ...otherTransitions] },
      'starts from "begun", which is no state',
    ],
    [
      'a transition that starts from no state',
      { transitions: [...example.transitions, { ...finish!, name: 'late', from: [] }] },
      'transition "late" starts from no state',
    ],
    [
      'a state without a label',
      { states: [{ ...open!, labels: {} }, ...otherStates] },
      'state "open": a label is missing in every language',
    ],
    ['an empty label', { labels: { en: '', ka: ' ' } }, 'a label is missing in every language'],
    [
      'an unknown guard',
      { transitions: [{ ...finish!, guards: ['hasLuck'] }, ...otherTransitions] },
      'names guard "hasLuck", which is not declared',
    ],
    [
      'an unknown role',
      { transitions: [{ ...finish!, roles: ['nobody'] }, ...otherTransitions] },
      'names role "nobody", which the site does not have',
    ],
    ['an initial state that is none', { initial: 'begun' }, 'the initial state "begun" is no state'],
    ['a colour that is none', { states: [{ ...open!, colour: 'red' }, ...otherStates] }, 'colour "red"'],
    [
      'a weight out of range',
      { states: [{ ...open!, progressWeight: 101 }, ...otherStates] },
      'between 0 and 100',
    ],
    ['a state declared twice', { states: [...example.states, open!] }, 'state "open" is declared twice'],
    [
      'a transition declared twice',
      { transitions: [...example.transitions, finish!] },
      'transition "finish" is declared twice',
    ],
    ['a name a permission cannot have', { name: 'work_1' }, 'lowercase letters and hyphens'],
    [
      'publishing that waits for no state',
      { publishing: { needs: 'ready', editLeadsTo: 'open' } },
      '"publishing.needs" names "ready"',
    ],
    [
      'a roll-up that suggests no state',
      { rollUp: { relation: 'parts', rules: [{ when: 'any', are: ['open'], suggest: 'x' }] } },
      '"rollUp" names "x"',
    ],
    ['a migration to nowhere', { migrations: { old: 'x' } }, 'the migration of "old" names "x"'],
    [
      'a migration of a state that is still there',
      { migrations: { open: 'done' } },
      '"open" is migrated and still a state',
    ],
  ])('names the place of %s', (_, changes, message) => {
    const problems = problemsOf(changes);
    expect(problems).toContain(message);
    expect(problems).toContain(`workflow "${changes.name ?? 'work'}" of "plugin::example.task"`);
  });

  it('is helped by the compiler: a state that is none does not compile', () => {
    const words = { en: 'x', ka: 'ა' };
    const wrong = defineWorkflow({
      name: 'work',
      contentType: 'plugin::example.task',
      labels: words,
      states: [{ code: 'open', labels: words, colour: '#000000' }],
      // @ts-expect-error: "begun" is no state
      initial: 'begun',
      // @ts-expect-error: "done" is no state
      transitions: [{ name: 'finish', labels: words, from: ['open'], to: 'done' }],
    });
    expect(declarationProblems([wrong], [])).not.toEqual([]);
  });

  it('refuses one workflow twice on a content type', () => {
    expect(declarationProblems([example, example], [hasResult]).join()).toContain('is declared twice');
  });

  it('passes only declarations in which every state is reached and every move ends in a state', () => {
    const code = fc.constantFrom('a', 'b', 'c', 'd');
    const words = fc.constant({ en: 'x', ka: 'ა' });
    const declaration = fc.record({
      initial: code,
      states: fc.uniqueArray(code, { minLength: 1 }),
      transitions: fc.array(fc.record({ from: fc.array(code), to: code, labels: words }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(declaration, ({ initial, states, transitions }) => {
        const workflow: WorkflowDeclaration = {
          name: 'work',
          contentType: 'plugin::example.task',
          labels: { en: 'x', ka: 'ა' },
          initial,
          states: states.map((state) => ({ code: state, labels: { en: 'x', ka: 'ა' }, colour: '#000000' })),
          transitions: transitions.map((transition, index) => ({
            ...transition,
            name: `go-${'x'.repeat(index + 1)}`,
          })),
        };
        if (declarationProblems([workflow], []).length > 0) return;
        const reached = new Set<string>([initial]);
        for (const state of reached) {
          for (const { name } of workflow.transitions) {
            const outcome = move(workflow, state, name);
            if (!outcome.allowed) continue;
            expect(stateOf(workflow, outcome.to)).toBeDefined();
            reached.add(outcome.to);
          }
        }
        expect(reached.size).toBe(states.length);
      }),
      { numRuns: 2000 },
    );
  });
});
