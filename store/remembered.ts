import type { Counts } from '../components/overlay/port.ts';
import type { Database } from './schema.ts';

/** By pupil; null for one of whom nothing is known. */
type Answered = Map<string, Counts[string] | null>;

const MOST_REGISTERS = 50;
const byDatabase = new WeakMap<Database, Map<string, Answered>>();

/**
 * Counts of one register already answered, to be looked up and added to. Once marks have changed there is another map: what is
 * added to this one then is never read.
 */
export function rememberedCounts(database: Database, register: string): Answered {
  const registers = byDatabase.get(database) ?? new Map<string, Answered>();
  byDatabase.set(database, registers);
  const known = registers.get(register);
  if (known) return known;
  if (registers.size >= MOST_REGISTERS) registers.clear();
  const counts: Answered = new Map();
  registers.set(register, counts);
  return counts;
}

/** Forgets every count: marks have changed. */
export function forgetCounts(database: Database): void {
  byDatabase.delete(database);
}
