import { afterEach, describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { SiteReadError } from '../../../sites/contract.ts';
import type { Picks, SiteProfile } from '../../../sites/profile.ts';
import { markAt } from '../../../sites/taught/choices.ts';
import { heldBy, inferLines } from '../../../sites/taught/infer.ts';
import { inferKey } from '../../../sites/taught/infer-key.ts';
import { pupilsBy, taught } from '../../../sites/taught/taught.ts';
import { at, class6H, type Shape, shapes, show } from '../setup/shapes.ts';

afterEach(() => document.body.replaceChildren());

/** What a person teaches who points at one name and one mark. */
function teach(shape: Shape): SiteProfile {
  show(shape.html);
  const lines = inferLines({ name: at(shape.name), mark: markAt(at(shape.mark)) });
  const key = lines && inferKey(heldBy(document, lines), lines.mark);
  if (!(lines && key)) throw new Error(`not understood: ${JSON.stringify({ lines, key })}`);
  return profileOf({ ...lines, key, date: null, session: null });
}

const profileOf = (picks: Picks): SiteProfile => ({
  ...{ version: 1, id: 'a', name: 'Register', route: '/', marks: 'text', codes: {}, session: 'page', picks },
  ...{ pupils: pupilsBy(picks.key), confirmed: '2026-11-20' as IsoDate },
});

describe.each(shapes)('$says', (shape) => {
  test('is read whole from one name and one mark', () => {
    const profile = teach(shape);
    const [reading, ...others] = taught.read(document, profile);
    expect(others).toEqual([]);
    expect(
      reading?.rows.map(({ pupilKey, name, code }) => ({ id: pupilKey, name, mark: code ?? '' })),
    ).toEqual(class6H);
    expect(reading?.health).toMatchObject({ paused: null, rowsSeen: class6H.length });
    expect(reading?.date).toBe('2026-11-20');
  });
});

test('a selector that is none is said in plain words', () => {
  show('<p>Nothing</p>');
  const picks = { line: 'tr[', name: null, mark: 'td', key: { selector: null, attribute: 'id' } };
  const read = () => taught.read(document, profileOf({ ...picks, date: null, session: null }));
  expect(read).toThrow(SiteReadError);
  expect(read).toThrow('“tr[”, which is no selector. Teach the page again.');
});
