import type { Core } from '@strapi/strapi';
import { permissionOf } from '../../workflow/permissions';
import { findWorkflow, workflowConfig } from '../../workflow/registry';
import { comments } from '../registry';

/** Recipients of digests: the configured addresses, else whoever may approve comments in the panel. */
export async function moderatorAddresses(strapi: Core.Strapi): Promise<string[]> {
  const { contentType, workflow, notices } = comments(strapi);
  if (notices.recipients.length > 0) return unique(notices.recipients);
  const declared = findWorkflow(workflowConfig(strapi), contentType, workflow.name);
  const approving = declared.transitions
    .filter(({ from, to }) => from.includes(declared.initial) && to === workflow.approved)
    .map((transition) => permissionOf(declared, transition));
  const users: { email: string }[] = await strapi.db.query('admin::user').findMany({
    select: ['email'],
    where: {
      isActive: true,
      $or: [{ blocked: false }, { blocked: { $null: true } }],
      roles: { permissions: { action: { $in: approving } } },
    },
  });
  return unique(users.map(({ email }) => email));
}

const unique = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.map((address) => address.trim().toLowerCase())),
];
