import type { Core } from '@strapi/strapi';
import { registerOpenData } from './open-data/register';
import { registerWorkflows } from './workflow/register';

/** @throws Error that lists what to mend in all declarations at once, not one kind per start */
const register = ({ strapi }: { strapi: Core.Strapi }) => {
  const problems = [registerOpenData, registerWorkflows].flatMap((step) => {
    try {
      step(strapi);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
};

export default register;
