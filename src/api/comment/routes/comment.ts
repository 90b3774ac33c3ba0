/**
 * No core routes: comments are submitted and read through the plugin's routes, and moderated in the panel. A
 * general list could be filtered by private attributes.
 */
export default { routes: [] };
