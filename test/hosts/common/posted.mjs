import { sentFor } from './page.mjs';

/** The marks of a posted form, from fields `mark[1001]`. */
export function marksOf(posted, view) {
  const marks = {};
  for (const [name, value] of posted) {
    const id = /^mark\[(\w+)\]$/.exec(name)?.[1];
    if (id) marks[id] = view.codes.find((code) => sentFor(code, view.labels) === value) ?? null;
  }
  return marks;
}
