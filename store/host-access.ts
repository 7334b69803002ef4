import browser from 'webextension-polyfill';

/** The host permission of one site. Ports are left out: Firefox knows none in a pattern, and a pattern without one holds for all. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Whether the browser lets the extension read a site now. */
export function isAllowed(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPattern(origin)] });
}

/** Asks the browser for one site. Must be called in a click, before anything is awaited. */
export async function requestAccess(origin: string): Promise<'granted' | 'refused'> {
  return (await browser.permissions.request({ origins: [hostPattern(origin)] })) ? 'granted' : 'refused';
}

/** Gives the permission for one site back. */
export function dropAccess(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [hostPattern(origin)] });
}
