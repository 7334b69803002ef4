/** The codes a school's drop-down offers, and what systems call them. */
export const NAMES = {
  '/': 'Present',
  '\\': 'Present',
  L: 'Late',
  U: 'Late after register closed',
  N: 'No reason yet',
  O: 'Unauthorised',
  I: 'Illness',
  M: 'Medical appointment',
  B: 'Educated off site',
  C: 'Authorised leave',
  E: 'Suspended',
  G: 'Unauthorised holiday',
  P: 'Sporting activity',
  V: 'Educational visit',
};

export const SETS = {
  some: ['L', 'U', 'N', 'O', 'I', 'M', 'B', 'C', 'E', 'G', 'P', 'V'],
  few: ['L', 'U', 'N', 'O', 'I'],
};

/** What can be chosen in a session: the half day's own present mark first. */
export function codesFor({ session, set }) {
  return [session === 'PM' ? '\\' : '/', ...(SETS[set] ?? SETS.some)];
}

/** How a mark is written: the code, its name, or both. */
export function labelOf(code, style) {
  if (code === null || code === '') return '';
  if (style === 'words') return NAMES[code];
  return style === 'both' ? `${code} - ${NAMES[code]}` : code;
}
