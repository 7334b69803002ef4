import type { Strip } from '../../rules/strips/strips.ts';

/** Places that one byte speaks for, and from where on it says that as many bytes follow as they are. */
const MOST = 128;
const AS_THEY_ARE = 128;

/** Sessions of a day: how far back the same half of the day before is. */
const BACK = 2;

/**
 * A strip in fewer bytes: most places hold what the same half of the school day before held, a mark or none. A byte below 128
 * stands for so many and one more places of which that is so; one from 128 on for places that follow as they are. What
 * compresses any bytes was measured and is slower (docs/benchmarks.md).
 */
export function squeeze(strip: Strip): Strip {
  // At its longest, one byte more for each run of places as they are.
  const written = new Uint8Array(strip.length + Math.ceil(strip.length / MOST) + 1);
  let length = 0;
  for (let at = 0; at < strip.length; ) {
    const same = sameFrom(strip, at);
    if (same > 0) {
      written[length++] = same - 1;
      at += same;
      continue;
    }
    const head = length++;
    const from = at;
    // A single place that is as before costs no less by itself than among those around it.
    while (at < strip.length && at - from < MOST && (isSame(strip, at) ? !isSame(strip, at + 1) : true))
      written[length++] = strip[at++] as number;
    written[head] = AS_THEY_ARE + at - from - 1;
  }
  return written.slice(0, length);
}

/** The strip that {@link squeeze} was given. */
export function unsqueeze(written: Strip): Strip {
  const strip = new Uint8Array(lengthOf(written));
  let to = 0;
  for (let at = 0; at < written.length; ) {
    const head = written[at++] as number;
    const places = (head % MOST) + 1;
    if (head >= AS_THEY_ARE) {
      strip.set(written.subarray(at, at + places), to);
      at += places;
    } else fillAsBefore(strip, to, to + places);
    to += places;
  }
  return strip;
}

function fillAsBefore(strip: Strip, from: number, until: number): void {
  // The same two in turn: read once, because a school has a million places.
  const [one, other] = [before(strip, from), before(strip, from + 1)];
  for (let at = from; at < until; at += BACK) strip[at] = one;
  for (let at = from + 1; at < until; at += BACK) strip[at] = other;
}

function lengthOf(written: Strip): number {
  let length = 0;
  for (let at = 0; at < written.length; ) {
    const head = written[at] as number;
    const places = (head % MOST) + 1;
    length += places;
    at += head >= AS_THEY_ARE ? 1 + places : 1;
  }
  return length;
}

function sameFrom(strip: Strip, from: number): number {
  let at = from;
  while (at < strip.length && at - from < MOST && isSame(strip, at)) at++;
  return at - from;
}

function isSame(strip: Strip, at: number): boolean {
  return strip[at] === before(strip, at);
}

/** What the same half of the school day before holds. */
function before(strip: Strip, at: number): number {
  return at < BACK ? 0 : (strip[at - BACK] as number);
}
