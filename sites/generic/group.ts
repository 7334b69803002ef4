import type { Sayings } from './sayings.ts';

const TITLES = '(?:mr|mrs|ms|miss|mx|dr|sir|madam|rev|prof|lady|lord)';
/** A class by year and letters: 10B, 7XY, 10B/Ma1. Not a time of day or a place in a row. */
const CODE =
  /(?<![\w/:.])(?!\d{1,2}(?:AM|PM|ST|ND|RD|TH)\b)((?:1[0-3]|[1-9])-?[A-Z]{1,3}\d?(?:\/[A-Z][A-Za-z]{0,2}\d?)?)(?![\w:]|\.\d)/g;
/** Usual names of primary classes. Any other word may be the name of a teacher. */
const NAMES =
  'Maple|Oak|Ash|Beech|Birch|Willow|Elm|Cedar|Chestnut|Sycamore|Pine|Red|Blue|Green|Yellow|Orange|Purple|Kestrels?|Owls?|Eagles?|Falcons?|Hawks?|Puffins?|Kingfishers?|Swans?|Foxes|Badgers?|Hedgehogs?|Otters?|Squirrels?|Dolphins?|Butterflies|Ladybirds?|Bumblebees?|Sunflowers?';
const YEAR = new RegExp(`\\bYear (?:1[0-3]|[1-9])(?: (?:${NAMES})\\b)?`, 'g');
const NUMBERED = /\b(?:Class|Form|Group|Set)(?::| -|)\s?(\d{1,2}[A-Za-z]{0,2}|[A-Z]\d?)(?![\w:/.-])/g;
const NAMED = new RegExp(
  `\\b(?:Class|Form|Group)(?::| -|)\\s?((?:${NAMES}))(?! ?(?:class|${TITLES}))\\b`,
  'g',
);

/** The one class or group a text names, as it names it: "10B", "Class 3", "Year 6 Maple". Null for none, several, or a person. */
export function groupIn(text: string): string | null {
  const found = [CODE, NUMBERED, NAMED]
    .map((pattern) => [...text.matchAll(pattern)])
    .find((matches) => matches.length > 0);
  const years = found ? [] : (text.match(YEAR) ?? []);
  const names = new Set(
    found ? found.map(([whole, name = '']) => (/\d[A-Z]/.test(name) ? name : whole)) : years,
  );
  const [only, ...others] = names;
  return others.length === 0 ? (only ?? null) : null;
}

/** The group of a register: the one that its names, what is chosen above it and the nearest heading say, or the lines close above. */
export function theGroup({ labels, chosen, headings, lines }: Sayings): string | null {
  const groups = (texts: readonly { readonly text: string }[]) =>
    texts.flatMap(({ text }) => groupIn(text) ?? []);
  const near = groups([...labels, ...chosen]);
  const [only, ...others] = new Set([...near, ...groups(headings).slice(0, 1)]);
  if (only !== undefined) return others.length === 0 ? only : null;
  const [line, ...more] = new Set(groups(lines));
  return more.length === 0 ? (line ?? null) : null;
}
