import { treesIn } from './scope.ts';
import type { Line, Sheet } from './sheet.ts';

/** A kind of place on a page where the number of a pupil may stand. */
export interface IdPlace {
  /** In a few plain words that stay the same from day to day. */
  readonly name: string;
  readonly selector: string;
  /** What stands there; it may hold more than the number. */
  read(element: Element): string | null;
  /** Whether the place says that it is a pupil's: numbers there are taken whole, and need not be sorted from others. */
  readonly pupils: boolean;
}

const PUPIL = '(?:pupil|student|learner|child|person|upn|adno|admission|admno)';
const OF_PUPIL = new RegExp(
  `^data-(?:[a-z]+-)?${PUPIL}(?:$|[-_]?(?:id|no|num|number|key|code|ref|guid|uuid)$)`,
  'i',
);
/** Numbers of rows, and those that grids make up anew each time. */
const MADE_UP =
  /index|idx|rowcount|level|position|order|offset|uid$|recordid|boundview|columnid|colindex|rownum|row-num|setsize|posinset|reactid|^data-v-|^data-(?:row|ri|col|i|n|x|y)$/i;
const OF_ROW =
  /^(?:row-id|data-id|data-key|data-pk|data-ref|data-(?:row|item|record|entity|object|rec|node)-?(?:id|key)|data-row-?key|data-rk|data-value-id)$/i;
const SAYS_PUPIL = new RegExp(`(?:^|[-_:/])${PUPIL}s?[-_:/].*\\d`, 'i');
const LINK_ID = new RegExp(`${PUPIL}[-_]?(?:id|no|number|ref|key)?s?(?:=|/|%3d)([\\w-]*\\d[\\w-]*)`, 'i');
const LINK_PATH =
  /\/(?:pupil|student|learner|child|people|person)(?:s|ren)?(?:\/[a-z-]+)?\/([\w-]*\d[\w-]*)/i;
const PICTURE = /\/(\d{2,})\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;
const ARGUMENTS = [
  'hx-get',
  'hx-post',
  'hx-put',
  'hx-patch',
  'hx-vals',
  'onclick',
  'onchange',
  'data-url',
  'data-href',
  'data-action',
];
/** Ids that frameworks count up. */
const GENERATED =
  /^(?:ext|ember|react|radix|mui|ag|headlessui|yui|jqg|dijit|el-id|gridview|tableview|checkbox|combobox|button|component|input|select2?|ui-id|cdk|mat|p)[-_]?[a-z]*[-_]?\d+|^:|^«|ctl\d+/i;
const SAMPLE = 3;

const ofAttribute = (name: string, pupils: boolean): IdPlace => ({
  name,
  selector: `[${CSS.escape(name)}]`,
  read: (element) => element.getAttribute(name),
  pupils,
});

/** What is written there says itself that it is a pupil's, as do marks for tests: "pupil-row-1031". */
const namedInside = (name: string): IdPlace => ({
  ...ofAttribute(name, false),
  read: (element) => {
    const value = element.getAttribute(name) ?? '';
    return SAYS_PUPIL.test(value) ? value : null;
  },
});

const ownLinks: IdPlace = {
  name: 'links',
  selector: 'a[href]',
  read: (link) => {
    const href = link.getAttribute('href') ?? '';
    return LINK_ID.exec(href)?.[1] ?? LINK_PATH.exec(href)?.[1] ?? null;
  },
  pupils: true,
};
const hidden: IdPlace = {
  name: 'hidden fields',
  selector: 'input[type=hidden]',
  read: (field) => {
    const name = `${field.getAttribute('name')} ${field.id}`;
    return new RegExp(PUPIL, 'i').test(name) ? field.getAttribute('value') : null;
  },
  pupils: true,
};
/** A system that puts pupils' photographs on its register files them by pupil. A name that is no number may be the picture's own. */
const photographs: IdPlace = {
  name: 'photographs',
  selector: 'img[src]',
  read: (picture) => PICTURE.exec(picture.getAttribute('src') ?? '')?.[1] ?? null,
  pupils: false,
};
const anyLinks: IdPlace = { ...ofAttribute('href', false), name: 'links', selector: 'a[href]' };
const elementIds: IdPlace = {
  ...ofAttribute('id', false),
  name: 'element ids',
  read: ({ id }) => (GENERATED.test(id) ? null : id),
};
const pupilIds: IdPlace = {
  ...elementIds,
  read: ({ id }) => new RegExp(`${PUPIL}s?[-_:]?([\\w-]*\\d[\\w-]*)`, 'i').exec(id)?.[1] ?? null,
  pupils: true,
};

/** The kinds of places that say by themselves that a pupil's number stands there, the surest first. */
export function pupilPlaces(attributes: readonly string[]): readonly IdPlace[] {
  const own = attributes.filter((name) => OF_PUPIL.test(name)).sort();
  return [...own.map((name) => ofAttribute(name, true)), ownLinks];
}

/** Where else it may be said. */
export const lesserPlaces: readonly IdPlace[] = [hidden, pupilIds];

/** The numbers of rows, where lines are looked for that are no rows. */
export const rowPlaces: readonly IdPlace[] = [
  'row-id',
  'data-id',
  'data-key',
  'data-row-key',
  'data-record-id',
].map((name) => ofAttribute(name, false));

/** The kinds of places where some number stands that may be the pupil's. */
export function otherPlaces(attributes: readonly string[]): readonly IdPlace[] {
  const rows = attributes.filter((name) => OF_ROW.test(name) && !MADE_UP.test(name)).sort();
  const given = ARGUMENTS.filter((name) => attributes.includes(name));
  const worded = attributes
    .filter((name) => /^data-/.test(name) && !OF_ROW.test(name) && !OF_PUPIL.test(name))
    .sort();
  return [
    ...worded.map(namedInside),
    ...rows.map((name) => ofAttribute(name, false)),
    ...given.map((name) => ofAttribute(name, false)),
    anyLinks,
    photographs,
    elementIds,
  ];
}

/** The names of the attributes that the first lines have, on their parts and on all that stands in them. */
export function attributesOf({ scope }: Sheet, lines: readonly Line[]): readonly string[] {
  const parts = lines.slice(0, SAMPLE).flatMap((line) => line.parts);
  const trees = parts.flatMap((part) => treesIn(scope, part));
  const elements = [...parts, ...trees.flatMap((tree) => [...tree.querySelectorAll('*:not(option)')])];
  return [...new Set(elements.flatMap((element) => element.getAttributeNames()))];
}
