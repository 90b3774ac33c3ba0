const SUB_CATEGORY = 'Open data releases';

export const MAKE_RELEASES = 'plugin::accountability.releases.create';
export const READ_RELEASES = 'plugin::accountability.releases.read';

/** The permissions for roles, as Strapi registers them. */
export const RELEASE_ACTIONS = [
  { uid: 'releases.read', displayName: 'See releases' },
  { uid: 'releases.create', displayName: 'Make a release' },
].map((action) => ({
  ...action,
  section: 'plugins',
  pluginName: 'accountability',
  subCategory: SUB_CATEGORY,
}));
