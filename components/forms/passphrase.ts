/** Letters, spaces and signs of a passphrase, at the least. */
export const SHORTEST_PASSPHRASE = 12;

/** What a passphrase is worth against somebody who has the file and time to guess: in plain words, and whether it may be used. */
export interface PassphraseSays {
  readonly use: boolean;
  readonly says: string;
}

const FEW = 6;
const LONG = 20;

/** Judged by length and variety alone: whether somebody else could know it is for the person to judge, and is said. */
export function passphraseSays(passphrase: string): PassphraseSays {
  const letters = [...passphrase];
  const different = new Set(letters.map((letter) => letter.toLowerCase())).size;
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[\s.,;:_-]+/)
      .filter((word) => word.length > 2),
  ).size;
  if (letters.length < SHORTEST_PASSPHRASE)
    return {
      use: false,
      says: `Too short: at least ${SHORTEST_PASSPHRASE} characters. Four words that do not belong together are good.`,
    };
  if (different < FEW)
    return {
      use: true,
      says: 'Easy to guess: it repeats the same few characters. Use four different words.',
    };
  if (letters.length >= LONG && words >= 4)
    return { use: true, says: 'Strong, if you made it up for this and use it nowhere else.' };
  return {
    use: true,
    says: 'Fair. Four or more words that do not belong together would be much harder to guess.',
  };
}
