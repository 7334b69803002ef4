import type { Resolve } from '../../components/setup/pointing.ts';
import { markAt } from '../../sites/taught/choices.ts';
import { saidAt } from '../../sites/taught/said.ts';
import { textOf } from '../../sites/text.ts';

const FIELD = 'select, input, textarea';
const CONTROL = `${FIELD}, button, [role=button], [role=combobox], [contenteditable=true]`;
const LONGEST_NAME = 100;
const LONGEST_MARK = 60;
const LONGEST_TEXT = 160;
/** A block with more in it than this is not one mark. */
const MOST_PARTS = 6;

/** Something with words, few enough to be a name. */
export const aName: Resolve = (element) => {
  const text = textOf(element);
  return text !== '' && text.length <= LONGEST_NAME && /\p{L}/u.test(text) ? [element] : null;
};

/** A control, all the choices of one mark, or a small cell, which may be empty. */
export const aMark: Resolve = (element) => {
  const marks = markAt(element);
  const [only] = marks;
  if (marks.length > 1 || !only || only.matches(CONTROL)) return marks;
  const small = only.querySelectorAll('*').length <= MOST_PARTS && textOf(only).length <= LONGEST_MARK;
  return small ? marks : null;
};

/** Something with words or a control that says something, not a whole part of the page. */
export const anything: Resolve = (element) => {
  const control = element.closest(FIELD) ?? element;
  const said = saidAt(control);
  return said !== '' && said.length <= LONGEST_TEXT ? [control] : null;
};
