/** Serves every host page on a free port, or on `port`. */
export function startHosts(
  port?: number,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
