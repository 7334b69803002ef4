/** What a page is told by the script that every page of a site has: on its own, as that script is to be small. */
export const UPDATED = 'Registerwise was updated. Reload this page when you are ready.';
