import { defineWorkflow } from './definition';

const words = (en: string) => ({ en, ka: `${en} (ka)` });

/** A small workflow for specs. */
export const example = defineWorkflow({
  name: 'work',
  contentType: 'plugin::example.task',
  field: 'status',
  labels: words('Work'),
  initial: 'open',
  timeframe: 'timeframe',
  states: [
    { code: 'open', labels: words('Open'), colour: '#666687', progressWeight: 0 },
    { code: 'done', labels: words('Done'), colour: '#328048', terminal: true, progressWeight: 100 },
    { code: 'dropped', labels: words('Dropped'), colour: '#b72b1a', terminal: true },
  ],
  transitions: [
    {
      name: 'finish',
      labels: words('Finish'),
      from: ['open'],
      to: 'done',
      guards: ['hasResult'],
      fields: [{ attribute: 'result', required: true }],
    },
    { name: 'reopen', labels: words('Reopen'), from: ['done', 'dropped'], to: 'open', reason: 'required' },
    { name: 'drop', labels: words('Drop'), from: '*', to: 'dropped', reason: 'optional' },
    { name: 'note', labels: words('Note'), from: '*', to: null },
  ],
  rollUp: {
    relation: 'parts',
    rules: [
      { when: 'all', are: ['done', 'dropped'], suggest: 'done' },
      { when: 'any', are: ['open'], suggest: 'open' },
    ],
  },
});
