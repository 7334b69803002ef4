/** The same function, asked once for each different cell: a file has few of them, many times over. */
export function remembered<T extends object>(read: (text: string) => T): (cell: string) => T {
  const seen = new Map<string, T>();
  // Files mostly have the same pupil or day in many rows together: comparing costs less than looking up.
  let last = '';
  let ofLast: T | undefined;
  return (cell) => {
    if (cell === last && ofLast !== undefined) return ofLast;
    last = cell;
    ofLast = seen.get(cell) ?? readNew(cell);
    return ofLast;
  };

  function readNew(cell: string): T {
    const answer = read(cell.trim());
    if (seen.size < MOST_REMEMBERED) seen.set(cell, answer);
    return answer;
  }
}

/** Far more than a file of marks has different cells of one kind; a column of anything else must not fill the memory. */
const MOST_REMEMBERED = 100_000;
