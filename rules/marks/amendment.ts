import { type Check, finding } from './context.ts';
import { LAW } from './law.ts';

/** A changed entry keeps why, and who by name and role; the original, the amended mark and the date are already there. */
export const checkAmendment: Check = ({ entry }) => {
  const previous = entry.previousCode?.trim() ?? '';
  if (previous === '' || previous === '-' || previous === entry.code.trim()) return [];
  const { reason, by, role } = entry.amendment ?? {};
  const missing = [
    ...(reason?.trim() ? [] : ['the reason']),
    ...(by?.trim() ? [] : ['the name']),
    ...(role?.trim() ? [] : ['the role']),
  ];
  if (missing.length === 0) return [];
  const needed = missing.join(', ').replace(/, ([^,]+)$/, ' and $1');
  const message = `This changes ${previous} to ${entry.code.trim()}. The record still needs ${needed} of the change.`;
  return [finding('amendment-incomplete', 'check', message, [], { law: LAW.amendment })];
};
