const CYRILLIC = ['АВСЕНІӀКМОРЅТХЈУҮѠԜԌԚѴԀ', 'ABCEHIIKMOPSTXJYYWWGQVD'];
const GREEK = ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧͿ', 'ABEZHIKMNOPTYXJ'];
const SIGNS = ['∕⁄╱⧸⟋∖⧵╲⧹⟍♯', '/////\\\\\\\\\\#'];
/** Every dash that is typed or printed for a missing mark. */
const DASHES = /[‐‑‒–—―−]/g;
/** Soft hyphens, zero-width and direction marks, joiners, variation selectors: nothing is seen of them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const QUOTED = /^["'“”„‘’‚«»](.*)["'“”‘’«»]$/u;

const glyphs = new Map<string, string>();
for (const [from, to] of [CYRILLIC, GREEK, SIGNS] as [string, string][])
  [...from].forEach((glyph, i) => {
    glyphs.set(glyph, to[i] as string);
  });

/** Greek small letters that look like one letter and are another's small form: ν is like v, and its capital is like N. */
const TWO_FACED: Readonly<Record<string, string>> = { ν: 'V', υ: 'U', η: 'N', μ: 'U', ω: 'W', γ: 'Y' };

/** Digits and signs that stand for a code in text taken from PDFs: seen in policies' own code tables, or as like. */
const PERHAPS: Readonly<Record<string, string>> = {
  ...TWO_FACED,
  '0': 'O',
  '1': 'I',
  '|': 'I',
  '١': '\\',
  '٧': 'V',
  '٥': 'O',
  // An acute accent on its own, once compatibility forms are folded.
  '\u0301': '/',
  '′': '/',
  '’': '/',
  '`': '\\',
  '‵': '\\',
  '‘': '\\',
};

const ARABIC_ZEROS = [0x0660, 0x06f0];
const asciiDigit = (glyph: string): string => {
  const point = glyph.codePointAt(0) as number;
  const zero = ARABIC_ZEROS.find((start) => point >= start && point < start + 10);
  return zero === undefined ? glyph : String(point - zero);
};
const fold = (glyph: string): string => {
  if (Object.hasOwn(TWO_FACED, glyph)) return glyph;
  const capital = glyph.toUpperCase();
  return glyphs.get(capital) ?? capital;
};

/**
 * The same letters in plain capitals: case, full-width forms, quotation marks around them, and Cyrillic, Greek, slash
 * and dash look-alikes folded. Only what can stand for one code alone is folded; digits for letters are not.
 */
export function foldLookAlikes(text: string): string {
  const seen = text.replace(UNSEEN, '').replace(DASHES, '-').trim().replace(QUOTED, '$1');
  return [...seen.normalize('NFKC')].map(fold).join('').trim();
}

/** What a sign that is no letter may have been meant for; the same text when there is no guess. Never used to count. */
export function guessDigits(text: string): string {
  return (
    PERHAPS[text] ??
    [...text]
      .map(asciiDigit)
      .join('')
      .replace(/^([CJY])[IL|]$/, '$11')
  );
}
