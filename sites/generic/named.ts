import { closestAcross, containsAcross, findAll, type Scope, wordsOf } from './scope.ts';

const ATTENDANCE = /\battendance\b|\bregist(?:er|ers|ration)\b|\broll ?call\b/i;
const HEADINGS = 'h1, h2, h3, h4, legend, caption, [role=heading]';

/** Whether the page says of a register that it is one: in its label, its caption, or a heading that stands before it. */
export function isNamedAttendance(scope: Scope, root: Element): boolean {
  const own = closestAcross(root, '[aria-label]')?.getAttribute('aria-label') ?? '';
  if (ATTENDANCE.test(own)) return true;
  return findAll(scope, HEADINGS).some((heading) => {
    const place = heading.compareDocumentPosition(root);
    const follows = place & Node.DOCUMENT_POSITION_FOLLOWING || place & Node.DOCUMENT_POSITION_DISCONNECTED;
    return (follows || containsAcross(root, heading)) && ATTENDANCE.test(wordsOf(scope, heading));
  });
}
