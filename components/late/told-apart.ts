/** Somebody with the number that the school's system gives, and the name where it is known. */
interface Named {
  readonly pupil: string;
  readonly name: string | null;
}

/** The same, with the number behind each name that several pupils have, here or among `others`. */
export function toldApart<P extends Named>(
  pupils: readonly P[],
  others: readonly Named[] = [],
): readonly P[] {
  const numbers = new Map<string, Set<string>>();
  for (const { pupil, name } of [...pupils, ...others])
    if (name !== null) numbers.set(name, (numbers.get(name) ?? new Set()).add(pupil));
  return pupils.map((one) =>
    one.name !== null && (numbers.get(one.name)?.size ?? 0) > 1
      ? { ...one, name: `${one.name} (${one.pupil})` }
      : one,
  );
}
