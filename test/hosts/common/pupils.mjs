import { pupils as known } from '../../pages/pupils.mjs';

const split = known.map(({ name }) => name.split(', '));
const YEAR = 6;

/** Made-up pupils 1001 onwards with all that a system shows beside a mark; two of the first thirty share a name. */
export function madeUp(count) {
  return Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / known.length);
    const surname = split[i % known.length][0];
    const forename = split[(i + round * 7) % known.length][1];
    const id = String(1001 + i);
    return {
      id,
      surname,
      forename,
      name: `${surname}, ${forename}`,
      called: `${forename} ${surname}`,
      admission: String(4400 + i * 3).padStart(6, '0'),
      guid: `5f0c${(i + 0x1a00).toString(16)}-9b1e-4c7d-8a20-${(0x7d31c0000000 + i * 7919).toString(16)}`,
      born: `${pad(1 + ((i * 7) % 28))}/${pad(1 + ((i * 5) % 12))}/${2015 + (i % 2)}`,
      year: `Year ${YEAR}`,
      attendance: `${(88 + ((i * 37) % 120) / 10).toFixed(1)}%`,
      points: (i * 11) % 40,
      lastWeek: ['/\\/\\/\\/\\/\\', '/\\L\\/\\/\\/\\', '/\\/\\II/\\/\\', 'U\\/\\/\\/\\/\\'][i % 4],
      yesterday: [
        ['/', '\\'],
        ['L', '\\'],
        ['I', 'I'],
        ['/', 'O'],
      ][i % 4],
    };
  });
}

/** The marks a register begins with: mostly present, some of each kind, some without a mark. */
export function firstMarks(pupils, { session, codes }) {
  const present = session === 'PM' ? '\\' : '/';
  const some = [present, present, 'L', present, null, present, 'U', present, 'I', present, 'N', present, 'O'];
  return Object.fromEntries(
    pupils.map(({ id }, i) => {
      const code = some[(i * 5) % some.length];
      return [id, code === null || codes.includes(code) ? code : present];
    }),
  );
}

const pad = (n) => String(n).padStart(2, '0');
