import type { Amendment } from './check.ts';
import { type Check, finding } from './context.ts';
import { LAW } from './law.ts';

/** A changed entry keeps why, and who by name and role; the original, the amended mark and the date are already there. */
export const checkAmendment: Check = ({ entry }) => {
  const previous = entry.previousCode?.trim() ?? '';
  if (previous === '' || previous === '-' || previous === entry.code.trim()) return [];
  const needed = amendmentNeeds(entry.amendment);
  if (needed === null) return [];
  const message = `This changes ${previous} to ${entry.code.trim()}. The record still needs ${needed} of the change.`;
  return [finding('amendment-incomplete', 'check', message, [], { law: LAW.amendment })];
};

/** What a record of a change still needs of its reason, name and role: `the name and the role`; null for nothing. */
export function amendmentNeeds({ reason, by, role }: Amendment = {}): string | null {
  const missing = [
    ...(reason?.trim() ? [] : ['the reason']),
    ...(by?.trim() ? [] : ['the name']),
    ...(role?.trim() ? [] : ['the role']),
  ];
  return missing.length === 0 ? null : missing.join(', ').replace(/, ([^,]+)$/, ' and $1');
}
