import type { DatasetDeclaration } from '../plugins/accountability/server/src/open-data/dataset';
import { commitments } from './datasets/commitments';
import { milestones } from './datasets/milestones';
import { partners } from './datasets/partners';

/** Every open dataset of the site. */
export const datasets: readonly DatasetDeclaration[] = [commitments, milestones, partners];
