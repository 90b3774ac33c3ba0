import type { ImportsDeclaration } from 'strapi-plugin-accountability/declare';
import { word } from '../words/word';
import { fieldLabels } from './imports/field-labels';
import { generic } from './imports/generic';
import { importRules } from './imports/rules';
import { usNap5 } from './imports/us-nap5';

/** What can be imported, and how. */
export const imports: ImportsDeclaration = {
  mappings: [usNap5],
  native: {
    labels: word('imports', 'native.label'),
    description: word('imports', 'native.description'),
    // Comments are not among them: what their authors gave in confidence is in no export.
    keys: {
      themes: [['scheme', 'code']],
      partners: [['identifiers'], ['slug']],
      'action-plans': [['identifiers'], ['slug']],
      commitments: [['identifiers'], ['actionPlan', 'code']],
      milestones: [['commitment', 'code']],
      'progress-reports': [],
    },
  },
  generic,
  rules: importRules,
  fieldLabels,
};
