const NAMED: readonly (readonly [string, RegExp])[] = [
  ['red', /^(?:red|danger|error|crimson)$/],
  ['amber', /^(?:amber|warning|warn)$/],
  ['orange', /^orange$/],
  ['yellow', /^(?:yellow|gold)$/],
  ['green', /^(?:green|success)$/],
  ['blue', /^(?:blue|info|primary|navy)$/],
  ['purple', /^(?:purple|violet|magenta)$/],
  ['grey', /^(?:gr[ea]y|muted|secondary|disabled)$/],
];
/** Hues in degrees, each up to where the next begins. */
const HUES: readonly (readonly [number, string])[] = [
  [16, 'red'],
  [42, 'orange'],
  [68, 'yellow'],
  [170, 'green'],
  [255, 'blue'],
  [330, 'purple'],
  [361, 'red'],
];
const GREY = 0.18;
const NONE = /^(?:|none|transparent|currentcolor|rgba\(0, 0, 0, 0\))$/i;

/** The colour a word of a class stands for; null when it stands for none. */
export function colourNamed(word: string): string | null {
  return NAMED.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** The colour a sign is drawn in, as one word; null where it cannot be seen. */
export function colourOf(sign: Element, isDrawn: boolean): string | null {
  const inline = (sign as HTMLElement).style;
  const { color, backgroundColor, fill } = sign.ownerDocument.defaultView ? getComputedStyle(sign) : inline;
  if (!isDrawn) return colourWord(backgroundColor);
  const filled = sign.localName === 'svg' && inline?.fill ? fill : '';
  return colourWord(filled) ?? colourWord(color);
}

function colourWord(text: string): string | null {
  if (NONE.test(text)) return null;
  const [r, g, b] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return r === undefined || g === undefined || b === undefined
    ? colourNamed(text)
    : hueOf(r / 255, g / 255, b / 255);
}

function hueOf(r: number, g: number, b: number): string {
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  if (spread < GREY) return most < 0.25 ? 'black' : most > 0.9 ? 'white' : 'grey';
  const part =
    most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return HUES.find(([end]) => part * 60 < end)?.[1] ?? 'red';
}
