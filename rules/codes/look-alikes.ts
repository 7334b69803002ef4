const CYRILLIC = ['АВСЕНІКМОРЅТХЈѠԌԚ', 'ABCEHIKMOPSTXJWGQ'];
const GREEK = ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'];
const SLASHES = ['∕⁄╱⧸∖⧵╲', '////\\\\\\'];

const glyphs = new Map<string, string>();
for (const [from, to] of [CYRILLIC, GREEK, SLASHES] as [string, string][])
  [...from].forEach((glyph, i) => {
    glyphs.set(glyph, to[i] as string);
  });

/** Digits and signs that stand for a code in text taken from PDFs: seen in policies' own code tables. */
const PERHAPS: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '|': 'I',
  '١': '\\',
  '٧': 'V',
  '٥': 'O',
};

const ARABIC_ZEROS = [0x0660, 0x06f0];
const asciiDigit = (glyph: string): string => {
  const point = glyph.codePointAt(0) as number;
  const zero = ARABIC_ZEROS.find((start) => point >= start && point < start + 10);
  return zero === undefined ? glyph : String(point - zero);
};

/** The same letters in plain capitals: case, full-width forms, and Cyrillic, Greek and slash look-alikes folded. */
export function foldLookAlikes(text: string): string {
  return [...text.normalize('NFKC').toUpperCase()].map((glyph) => glyphs.get(glyph) ?? glyph).join('');
}

/** What a sign that is no letter may have been meant for; the same text when there is no guess. Never used to count. */
export function guessDigits(text: string): string {
  return PERHAPS[text] ?? [...text].map(asciiDigit).join('');
}
