import { Parser } from 'saxen';
import { PlainError } from '../plain-error.ts';

/** One record: its element's name, its fields in order, and whether one of them came twice with different texts. */
export type TakeRecord = (name: string, fields: ReadonlyMap<string, string>, twice: boolean) => void;

const BROKEN = 'This XML file is cut short or damaged. Export it again.';
const DECLARES = 'This XML file declares a document type or entities of its own. Such files are not opened.';
const DEEPEST = 100;

/** Line breaks around a text were put there to be read by people; spaces may be sessions without a mark. */
const INDENT = /^\s*\n\s*|\s*\n\s*$/g;

/** An element that is open. */
interface Open {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly fields: Map<string, string>;
  text: string;
  parent: boolean;
  twice: boolean;
}

/**
 * Gives the records of an XML file in order: a record is an element that holds fields, a field an element that holds only text,
 * or an attribute. A record within another takes over the fields that stand before it in the outer ones, as a pupil's marks take
 * over the pupil. Throws {@link PlainError} for a broken file, and for a document type: no entity is ever read.
 */
export function eachXmlRecord(text: string, take: TakeRecord): void {
  const open: Open[] = [];
  const parser = new Parser();
  parser.on('error', () => {
    throw new PlainError(BROKEN);
  });
  parser.on('attention', () => {
    throw new PlainError(DECLARES);
  });
  parser.on('openTag', (element, getAttributes, decode) => {
    const outer = open.at(-1);
    if (outer) outer.parent = true;
    if (open.length > DEEPEST) throw new PlainError(BROKEN);
    const attributes = outer ? attributesOf(getAttributes(), decode) : [];
    const name = plainName(element);
    open.push({ name, attributes, fields: new Map(attributes), text: '', parent: false, twice: false });
  });
  const addText = (piece: string) => {
    const element = open.at(-1);
    if (element && !element.parent) element.text += piece;
  };
  parser.on('text', (piece, decode) => addText(decode(piece)));
  parser.on('cdata', addText);
  parser.on('closeTag', () => {
    const element = open.pop();
    if (!element) return;
    const outer = open.at(-1);
    if (isField(element)) {
      if (outer) addField(outer, element.name, element.text.replace(INDENT, ''));
    } else if (element.fields.size > 0) take(element.name, withOuter(open, element), element.twice);
  });
  parser.parse(text);
}

function isField({ parent, text, attributes }: Open): boolean {
  return !parent && (attributes.length === 0 || text.trim() !== '');
}

function addField(outer: Open, name: string, text: string): void {
  const before = outer.fields.get(name);
  if (before !== undefined && before !== text) outer.twice = true;
  outer.fields.set(name, text);
}

/** The record's own fields over those of the elements around it. */
function withOuter(open: readonly Open[], record: Open): ReadonlyMap<string, string> {
  if (open.every(({ fields }) => fields.size === 0)) return record.fields;
  const all = new Map(open.flatMap(({ fields }) => [...fields]));
  for (const [name, text] of record.fields) all.set(name, text);
  return all;
}

function attributesOf(
  attributes: Readonly<Record<string, string>>,
  decode: (text: string) => string,
): (readonly [string, string])[] {
  return Object.entries(attributes)
    .filter(([name]) => !/^(xmlns|xsi|xml)(:|$)/.test(name))
    .map(([name, value]) => [plainName(name), decode(value).trim()] as const);
}

/** Without its prefix; SIMS writes a space of a report's column as `_x0020_`. */
function plainName(name: string): string {
  return name
    .slice(name.indexOf(':') + 1)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
