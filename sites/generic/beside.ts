import { readLabel } from '../label.ts';
import { plainLetters } from '../plain-letters.ts';
import { collapse } from '../text.ts';
import { commonAncestor } from './scope.ts';

/** The choices of one mark in one line, and which of them is made; null for none. */
export interface Made {
  readonly elements: readonly Element[];
  readonly made: number | null;
  /** What the line is made of. */
  readonly parts: readonly Element[];
}

/** What stands beside choices of which none is made. */
export interface Beside {
  /** By line; blank where nothing stands there that may be a mark. */
  readonly labels: readonly string[];
  /** Why it cannot be told, as a plain sentence; null when it can. */
  readonly fault: string | null;
}

const BUTTON = 'button, input[type=button], [role=button], [role=combobox]';
/** What a button says that only leads on. */
const LEADS_ON =
  /^(?:more|notes?|add(?: \w+)?|comments?|edit|clear|reset|undo|history|details|menu|options)\W*$/i;
const SAYS_SOMETHING = /[A-Za-z\d]/;
const TWO = 'Some pupils show two marks beside the choices, and which is theirs cannot be told.';

/**
 * The marks that stand on a button beside the choices: the rarer codes are often behind one, which then shows what was taken.
 * Where none of a line's choices is made and a button says something else than on the lines where one is, that is its mark.
 */
export function marksBeside(lines: readonly Made[]): Beside {
  const found = lines.map(buttonsBeside);
  const atRest = new Set(found.flatMap(({ texts }, i) => (lines[i]?.made === null ? [] : texts)));
  let two = false;
  const labels = found.map(({ texts, isClose }, i) => {
    if (lines[i]?.made !== null) return '';
    const telling = texts.filter((text) => isTelling(text, isClose) && !atRest.has(text));
    two ||= telling.length > 1;
    return telling[0] ?? '';
  });
  return { labels, fault: two ? TWO : null };
}

/** Among the choices anything counts that may be a mark; elsewhere in the line only what is one. */
function isTelling(text: string, isClose: boolean): boolean {
  if (!isClose) return readLabel(text, 'AM')?.known === true;
  return SAYS_SOMETHING.test(plainLetters(text)) && !LEADS_ON.test(text);
}

function buttonsBeside({ elements, parts }: Made): {
  readonly texts: readonly string[];
  readonly isClose: boolean;
} {
  const block = commonAncestor(elements);
  if (!block) return { texts: [], isClose: false };
  const buttons = [...block.querySelectorAll(BUTTON)].filter(
    (button) =>
      !elements.some((choice) => choice === button || choice.contains(button) || button.contains(choice)),
  );
  return {
    texts: buttons.map((button) => collapse(button.textContent || button.getAttribute('value') || '')),
    isClose: !block.matches('tr, [role=row]') && !parts.some((part) => block.contains(part)),
  };
}
