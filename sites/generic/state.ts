import type { MarkState } from '../contract.ts';
import type { Mark } from './marks.ts';
import { parentAcross } from './scope.ts';

const SAVED = /^(?:is-)?(?:saved|submitted|persisted)$/i;
const DRAFT =
  /^(?:is-|has-)?(?:unsaved|dirty|changed|modified|edited|pending|draft)(?:-cell|-row)?$|^(?:k|x-grid|htx)-dirty(?:-cell)?$/i;

/** Whether the page itself says of a mark, on its element or up to its line, that it is saved or is not; else unknown. */
export function stateOf({ element, line }: Mark, root: Element): MarkState {
  let saved = false;
  let draft = false;
  for (let at: Element | null = element; at && at !== root; at = parentAcross(at)) {
    const stated = at.getAttribute('data-saved') ?? at.getAttribute('data-is-saved');
    saved ||= stated === '' || stated === 'true';
    draft ||= stated === 'false' || at.getAttribute('data-dirty') === 'true';
    for (const name of at.classList) {
      saved ||= SAVED.test(name);
      draft ||= DRAFT.test(name);
    }
    if (line.parts.includes(at)) break;
  }
  if (saved === draft) return 'unknown';
  return saved ? 'saved' : 'draft';
}
