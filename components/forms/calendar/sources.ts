/** Where term dates are from. */
export type CalendarSource = 'list' | 'file' | 'grid' | 'marks';

/** What each source is called. */
export const SOURCE_NAMES: Readonly<Record<CalendarSource, string>> = {
  list: 'given in a list',
  file: 'given in a file',
  grid: 'given in the grid',
  marks: 'worked out from marks',
};
