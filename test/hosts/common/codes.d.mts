/** What systems call the codes a school’s drop-down offers. */
export const NAMES: Readonly<Record<string, string>>;
