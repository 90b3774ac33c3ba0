/**
 * No addresses of Strapi's own: comments are written and read below what they are about, by the plugin's routes, and
 * decided on in the panel. A general list could be filtered by what is private to it.
 */
export default { routes: [] };
