/** Opens the page of open data in the panel. */
export const READ_OPEN_DATA_PAGE = 'plugin::accountability.open-data.read';

/** The permissions for roles, as Strapi registers them. */
export const OPEN_DATA_PAGE_ACTIONS = [
  {
    section: 'plugins',
    pluginName: 'accountability',
    subCategory: 'Open data',
    uid: 'open-data.read',
    displayName: 'See the open data page and what needs correcting',
  },
];
