/**
 * What the contract says of one entry, worked out again from its words and from the times in schools.mjs. It shares
 * nothing with the engine. Times are `HH:MM` on one clock and compare as text.
 */

/** With a known arrival “the clock rules use the arrival alone, whenever it is entered”. */
export function withArrival(code, at, session) {
  const { taken, close, end } = session;
  const present = code === '/' || code === '\\';
  if (close === null) {
    // “the policy gives no close time for this session, so lateness cannot be checked”
    if (at > taken) return ['close-unknown'];
    if (code === 'U') return ['late-before-close'];
    return code === 'L' && at < taken ? ['late-before-start'] : [];
  }
  const rules = [];
  if (at === close) rules.push('boundary-minute');
  else if (code === 'U') {
    if (at < close) rules.push('late-before-close');
    if (end !== null && at > end) rules.push('late-after-session');
  } else if (at > close) rules.push('late-after-close');
  else if (present && at > taken) rules.push('present-after-start');
  else if (code === 'L' && at < taken) rules.push('late-before-start');
  return [...rules, ...secondClause(code, at, session, true)];
}

/** With none, a mark first made on its own day goes by the minute of entry. */
export function withoutArrival(code, at, session) {
  const { taken, close } = session;
  // “/ \ L U entered for a session that has not begun”
  const rules = at < taken ? ['future-session'] : [];
  if (close === null) {
    if (at > taken) return ['close-unknown'];
    return code === 'U' ? [...rules, 'late-before-close'] : rules;
  }
  if (at === close) rules.push('boundary-minute');
  else if (code === 'U' && at < close) rules.push('late-before-close');
  else if (code !== 'U' && at > close) rules.push('entry-after-close');
  return [...rules, ...secondClause(code, at, session, false)];
}

/** “the policy’s own words differ from the statutory reading on this very entry”: by a second clause it would be another code. */
function secondClause(code, at, { taken, close, closeIs, second }, arrived) {
  if (second === undefined) return [];
  if (second.kind === 'close') {
    const absent = at > close || (at === close && closeIs === 'absent');
    return absent && at <= second.time ? ['policy-note'] : [];
  }
  const differs = at > taken && at <= second.time;
  // Late by one clause, in time by the other: it matters to L, and to a present mark whose arrival is known.
  const matters = code === 'L' || (code !== 'U' && arrived);
  return differs && matters ? ['policy-note'] : [];
}
