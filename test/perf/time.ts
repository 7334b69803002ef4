/** How long `work` takes for each of the first `times` pupils, in microseconds, median. */
export function oneOf(times: number, work: (pupil: number) => void): number {
  return median(
    Array.from({ length: times }, (_, pupil) => {
      const began = performance.now();
      work(pupil);
      return (performance.now() - began) * 1000;
    }),
  );
}

/** The middle one of several times. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
