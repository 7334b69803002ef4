/**
 * Path of a Chromium-family browser that can load an extension: CHROMIUM_PATH, else Playwright's own, else the
 * system's, else, with `install`, Debian's through apt-get. Throws an Error with one plain sentence when there is none.
 */
export function findBrowser(options?: { install?: boolean }): Promise<string>;
