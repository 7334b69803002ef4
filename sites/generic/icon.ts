import { collapse } from '../text.ts';
import { colourNamed, colourOf } from './colour.ts';

const DRAWN = 'svg, img, i, [class*=icon i], [role=img], use, [data-icon]';
const SAID = ['aria-label', 'title', 'alt', 'data-tooltip', 'data-original-title', 'data-bs-original-title'];
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['tick', /^(?:tick|check|checkmark|checked|done|yes|ok)$/],
  ['cross', /^(?:cross|times|xmark|close|clear|remove)$/],
  ['clock', /^(?:clock|time|schedule|watch|alarm|stopwatch|hourglass)$/],
  ['dash', /^(?:minus|dash|hyphen)$/],
  ['question mark', /^(?:question|help|unknown)$/],
  ['circle', /^(?:circle|dot|disc|bullet)$/],
  ['square', /^(?:square|box)$/],
];
const BLANK = /^(?:blank|empty|none|unset|unmarked|nomark|placeholder|transparent|spacer)$/;
/** Parts of names of classes and files that say nothing of what is drawn. */
const NOISE =
  /^(?:fa|fas|far|fal|fab|fad|solid|regular|light|icons?|ico|mdi|bi|glyphicon|glyph|material|outlined|rounded|sharp|symbols?|svg|png|gif|jpe?g|webp|img|images?|assets?|static|sprites?|mis|ui|k|x|lg|md|sm|xs|xl|fw|text|bg|color|colour|mark|cell|status|badge|state|inline|block|me|ms|mr|ml|px|py|css|src|dist|\d+|.*\d.*)$/;

/**
 * The words for a mark that is drawn: what assistive technology would say, else its colour and shape ("red clock"). Blank
 * where nothing is drawn.
 */
export function iconLabel(element: Element): string {
  const drawn = element.matches(DRAWN) ? element : element.querySelector(DRAWN);
  const sign = drawn ?? emptySign(element);
  const said = saidOf(element) ?? (sign && saidBetween(sign, element));
  if (said) return said;
  if (!sign) return '';
  const tokens = tokensOf(sign);
  if (tokens.some((token) => BLANK.test(token))) return '';
  const colour = tokens.map(colourNamed).find(Boolean) ?? colourOf(sign, sign === drawn);
  if (!drawn && (colour === null || colour === 'white')) return '';
  const shape = shapeOf(tokens);
  return collapse(`${colour ?? ''} ${shape}`);
}

/** A cell may be nothing but a coloured spot. */
function emptySign(element: Element): Element | null {
  const inner = [...element.querySelectorAll('*')].find(
    (one) => !one.firstElementChild && one.hasAttribute('class'),
  );
  return inner && !(inner.textContent ?? '').trim() && !inner.matches('input, select, button') ? inner : null;
}

function saidBetween(sign: Element, element: Element): string | null {
  for (let at: Element | null = sign; at && at !== element; at = at.parentElement) {
    const said = saidOf(at);
    if (said) return said;
  }
  return null;
}

function saidOf(element: Element): string | null {
  for (const name of SAID) {
    const said = collapse(element.getAttribute(name) ?? '');
    if (said) return said;
  }
  const title = element.localName === 'svg' ? element.querySelector('title')?.textContent : null;
  return collapse(title ?? '') || null;
}

/** The parts of what a sign is called, from its classes and what it draws. */
function tokensOf(sign: Element): readonly string[] {
  const use = sign.localName === 'use' ? sign : sign.querySelector('use');
  const named = [
    sign.getAttribute('class'),
    sign.getAttribute('data-icon'),
    sign.getAttribute('name'),
    (use?.getAttribute('href') ?? use?.getAttribute('xlink:href'))?.split('#').at(-1),
    sign.getAttribute('src')?.split(/[/\\]/).at(-1)?.split('?')[0],
    sign.localName === 'i' ? sign.textContent : null,
  ];
  return named
    .flatMap((name) => (name ?? '').split(/[^\p{L}\p{N}]+|(?<=[a-z])(?=[A-Z])/u))
    .map((part) => part.toLowerCase());
}

function shapeOf(tokens: readonly string[]): string {
  const shape = SHAPES.find(([, pattern]) => tokens.some((token) => pattern.test(token)));
  if (shape) return shape[0];
  return [...new Set(tokens.filter((token) => token && !NOISE.test(token) && !colourNamed(token)))]
    .slice(0, 3)
    .join(' ');
}
