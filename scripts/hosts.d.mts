/** Installs the grid libraries when they are not those of the lockfile, and bundles the pages that use them when older than their sources. */
export function readyHosts(): Promise<void>;
