import { describe, expect, test } from 'vitest';
import { barCss, rowCss } from '../../../components/register/styles.ts';
import { whyCss } from '../../../components/register/why-card-styles.ts';
import { setUpCss } from '../../../components/setup/styles.ts';
import { base, tokens } from '../../../components/tokens.ts';

type Tone = Readonly<Record<string, string>>;

const SHEETS = { base, rowCss, barCss, whyCss, setUpCss };
const TEXT = 4.5;
const SHAPE = 3;

/** The custom properties of a block, by name. */
function toneOf(selector: RegExp): Tone {
  const block = selector.exec(tokens)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):(#[\da-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}
const light = toneOf(/^:host,:root\{([^}]+)/m);
const dark = toneOf(/:host\(\[data-rw=dark\]\)\{([^}]+)/);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(tone: Tone, one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((name) => luminance(tone[name] ?? '')).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

/** Every rule of our sheets, with the tokens of each of its colours. */
const rules = Object.entries(SHEETS).flatMap(([sheet, css]) =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => {
    const token = (property: string) =>
      new RegExp(`(?:^|;|\\n)${property}:[^;]*?var\\(--([\\w-]+)\\)`).exec(body)?.[1] ?? null;
    return {
      where: `${sheet} ${selector.trim()}`,
      fore: token('color') ?? token('--fore'),
      back: token('background') ?? token('--tint'),
      edge: token('border-color') ?? token('border') ?? token('--rim'),
    };
  }),
);

/** Texts that stand on what is around them: by the styles they can be on any of these. */
const INHERITED = [
  ...['paper', 'sunken', 'ground', 'calm'].flatMap((back) => [
    ['ink', back],
    ['soft', back],
  ]),
  ...[
    ['warn-ink', 'warn'],
    ['check-ink', 'check'],
    ['warn-ink', 'paper'],
    ['on-accent', 'accent'],
  ],
] as const;

/** Edges and shapes by which something is told from what is around it. `line` only divides, and tells nothing. */
const SHAPES = [
  ...['edge', 'accent', 'focus', 'warn-edge', 'check-edge'].map((shape) => [shape, 'paper']),
  ...[
    ['edge', 'sunken'],
    ['near-edge', 'paper'],
    ['near-edge', 'near'],
    ['warn-edge', 'warn'],
  ],
  ...[
    ['check-edge', 'check'],
    ['met', 'paper'],
    ['if-ink', 'paper'],
    ['focus', 'ground'],
    ['soft', 'paper'],
  ],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tone) => {
  test('has a colour for every token that a sheet names', () => {
    const named = Object.values(SHEETS).flatMap((css) =>
      [...css.matchAll(/(?:color|background|border[\w-]*):[^;}]*?var\(--([\w-]+)\)/g)].map(
        ([, name]) => name,
      ),
    );
    // Set by the sheets themselves, from tokens; and a length.
    const own = ['tint', 'fore', 'rim', 'sign', 'radius'];
    expect(named.filter((name) => !own.includes(String(name)) && !tone[String(name)])).toEqual([]);
  });

  test('every text is told from what it stands on: 4.5 to 1', () => {
    const paired = rules
      .filter(({ fore, back }) => fore && back && tone[fore] && tone[back])
      .map(({ where, fore, back }) => ({ where, ratio: contrast(tone, String(fore), String(back)) }));
    expect(paired.length).toBeGreaterThan(15);
    const all = [
      ...paired,
      ...INHERITED.map(([fore = '', back = '']) => ({
        where: `${fore} on ${back}`,
        ratio: contrast(tone, fore, back),
      })),
    ];
    expect(all.filter(({ ratio }) => !(ratio >= TEXT))).toEqual([]);
  });

  test('every edge and shape that tells something: 3 to 1', () => {
    const all = SHAPES.map(([shape = '', back = '']) => ({
      where: `${shape} on ${back}`,
      ratio: contrast(tone, shape, back),
    }));
    expect(all.filter(({ ratio }) => !(ratio >= SHAPE))).toEqual([]);
    // No sheet tells something by an edge that was not held against its ground above.
    const checked = new Set(SHAPES.map(([shape]) => shape));
    const edges = new Set(rules.flatMap(({ edge }) => (edge && tone[edge] ? [edge] : [])));
    expect([...edges].filter((edge) => edge !== 'line' && !checked.has(edge))).toEqual([]);
  });
});
