import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readPage } from '../../../sites/registry.ts';
import { button, frames, openPanel, panel, says } from './panel.ts';
import { at, class6H, shapes, show } from './shapes.ts';

/** What reaches the page that would change a mark. */
const heard: string[] = [];
const hear = (event: Event) => heard.push(event.type);
const KINDS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'input', 'change'];
beforeEach(() => {
  heard.length = 0;
  for (const kind of KINDS) document.addEventListener(kind, hear, true);
});
afterEach(() => {
  for (const kind of KINDS) document.removeEventListener(kind, hear, true);
});

const rowsOf = (profiles: Parameters<typeof readPage>[2]) => {
  const sight = readPage(new URL(document.URL), document, profiles);
  if (sight.kind !== 'registers') return sight;
  return sight.readings.flatMap(({ rows }) =>
    rows.map(({ pupilKey, name, code }) => ({ id: pupilKey, name, mark: code ?? '' })),
  );
};
const marksNow = () =>
  [...document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')].map((each) =>
    each instanceof HTMLInputElement ? [each.checked, each.value] : each.value,
  );
const SAVE = 'Save and check this register';

describe.each(shapes)('a page with $says', ({ html, name, mark }) => {
  test('is taught by pointing twice, and nothing of it changes', async () => {
    show(html);
    const before = marksNow();
    const { saved } = openPanel('teach');
    await says('Point at one pupil’s name.');
    await userEvent.click(at(name));
    await says('Now point at the mark of Brook, Tom.');
    await userEvent.click(at(mark));
    expect(heard).toEqual([]);
    await leaveOutOddRows();
    await says(`${class6H.length} of ${class6H.length} rows understood`);
    expect(frames('row').length).toBeGreaterThan(0);
    await userEvent.click(button(SAVE));
    await says('Registerwise now checks this register.');
    expect(rowsOf(saved)).toEqual(class6H);
    expect(marksNow()).toEqual(before);
  });
});

async function leaveOutOddRows(): Promise<void> {
  await says('rows understood');
  while (panel()?.querySelector('.odd li')) await userEvent.click(button(/^Not a pupil/));
}

const TABLE = (body: string) =>
  `<h1>Friday 20 November 2026</h1><h2>AM</h2><table><tr><th>Pupil</th><th>Mark</th></tr>${body}</table>`;
const row = (id: string, name: string, mark: string) =>
  `<tr data-pupil="${id}"><td>${name}</td><td>${mark}</td></tr>`;

describe('teaching', () => {
  test('a row that is no pupil’s is listed with its reason, and left out', async () => {
    show(
      TABLE(
        `${row('11', 'Ash, Kim', '/')}${row('12', 'Birch, Lou', 'L')}${row('13', 'Cedar, Max', '/')}<tr class="sum"><td>Present</td><td>3</td></tr>`,
      ),
    );
    const { saved } = openPanel('teach');
    await userEvent.click(at('[data-pupil="12"] td'));
    await userEvent.click(at('[data-pupil="12"] td:last-child'));
    await says(/understood/);
    if (panel()?.querySelector('.odd')) {
      await says('Present: no pupil number was found');
      await userEvent.click(button(SAVE));
      await says('Say first what the rows are that were not understood.');
      await userEvent.click(button(/^Not a pupil/));
    }
    await says('3 of 3 rows understood');
    await userEvent.click(button(SAVE));
    await says('now checks');
    expect(rowsOf(saved)).toEqual([
      { id: '11', name: 'Ash, Kim', mark: '/' },
      { id: '12', name: 'Birch, Lou', mark: 'L' },
      { id: '13', name: 'Cedar, Max', mark: '/' },
    ]);
  });

  test('a row that is written otherwise is put right by pointing at it', async () => {
    const lines = [11, 12, 13].map(
      (id) => `<li data-pupil="${id}"><b>Pupil ${'ABC'[id - 11]}</b><i>/</i></li>`,
    );
    show(
      `<h1>Friday 20 November 2026, AM</h1><ul>${lines.join('')}<li data-pupil="14"><u>Pupil D</u><i>L</i></li></ul>`,
    );
    const { saved } = openPanel('teach');
    await userEvent.click(at('li b'));
    await userEvent.click(at('li i'));
    await says('3 of 4 rows understood');
    await says('no name was found');
    await userEvent.click(button(/^Point at the name/));
    await userEvent.click(at('li u'));
    await says('4 of 4 rows understood');
    await userEvent.click(button(SAVE));
    await says('now checks');
    expect(rowsOf(saved)).toMatchObject([
      { name: 'Pupil A' },
      { name: 'Pupil B' },
      { name: 'Pupil C' },
      { name: 'Pupil D', id: '14', mark: 'L' },
    ]);
  });

  test('a page that shows no number for its pupils asks for one, and says why it cannot do without', async () => {
    show(
      TABLE(
        ['Ash, Kim', 'Birch, Lou', 'Cedar, Max']
          .map((name) => `<tr><td>${name}</td><td>/</td></tr>`)
          .join(''),
      ),
    );
    const { saved } = openPanel('teach');
    await userEvent.click(at('tr:nth-child(3) td'));
    await userEvent.click(at('tr:nth-child(3) td:last-child'));
    await says('Point at the pupil number');
    await userEvent.click(button('The page shows none'));
    await says('Without a number pupils cannot be told apart');
    await userEvent.click(at('tr:nth-child(3) td'));
    await says('not a number of its own on every row');
    expect(saved).toEqual([]);
  });

  test('what the page does not say by itself is asked for, one thing at a time', async () => {
    const rows = class6H.map(({ id, name, mark }) => row(id, name, mark || '-')).join('');
    show(
      `<main><div id="bar"><span>20.11.2026</span><span class="half">PM</span></div><div><p>x</p></div><section><div><div><div><div><div><table>${rows}</table></div></div></div></div></div></section></main>`,
    );
    const { saved } = openPanel('teach');
    await userEvent.click(at('tr:nth-child(2) td'));
    await userEvent.click(at('tr:nth-child(2) td:last-child'));
    for (let i = 0; i < 2; i++) {
      await says(/Point at (?:the date|where it says)|understood/);
      const asked = panel()?.textContent ?? '';
      if (asked.includes('Point at the date')) await userEvent.click(at('#bar span'));
      else if (asked.includes('Point at where')) await userEvent.click(at('.half'));
    }
    await says('6 of 6 rows understood');
    await says(/Date\s*Friday 20 November 2026/);
    await says(/Session\s*afternoon/);
    await userEvent.click(button(SAVE));
    await says('now checks');
    expect(readPage(new URL(document.URL), document, saved)).toMatchObject({
      kind: 'registers',
      readings: [{ date: '2026-11-20', session: 'PM' }],
    });
    at('.half').remove();
    expect(readPage(new URL(document.URL), document, saved).kind).toBe('not-checking');
  });

  test('is done with the keyboard alone', async () => {
    show(TABLE(class6H.map(({ id, name, mark }) => row(id, name, mark || '-')).join('')));
    const { saved } = openPanel('teach');
    await says('Point at one pupil’s name.');
    const until = async (key: string, there: RegExp) => {
      for (let i = 0; i < 30; i++) {
        await userEvent.keyboard(`{${key}}`);
        if (there.test(panel()?.querySelector('.picker')?.textContent ?? '')) return;
      }
      throw new Error(`never at ${there}`);
    };
    await until('ArrowRight', /Ahmed, Amelia/);
    await until('ArrowDown', /Brook, Tom/);
    await userEvent.keyboard('{Enter}');
    await says('Now point at the mark of Brook, Tom.');
    await until('ArrowRight', /: L$/);
    await userEvent.keyboard('{Enter}');
    await says('6 of 6 rows understood');
    for (let i = 0; i < 30 && panel()?.querySelector('.strong:focus') === null; i++)
      await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('{Enter}');
    await says('now checks');
    expect(rowsOf(saved)).toMatchObject(class6H.map(({ id, name }) => ({ id, name })));
  });

  test('goes back a step, and Escape leaves the page as it was', async () => {
    show(shapes[0]?.html ?? '');
    const before = document.body.outerHTML;
    const { saved } = openPanel('teach');
    await userEvent.click(at('#reg a'));
    await userEvent.click(button('Back'));
    await says('Point at one pupil’s name.');
    await userEvent.keyboard('{Escape}');
    expect(panel()).toBeNull();
    expect(document.querySelectorAll('[data-rw]')).toHaveLength(0);
    expect(document.body.outerHTML).toBe(before);
    await userEvent.click(at('h1'));
    expect(heard).toContain('click');
    expect(saved).toEqual([]);
  });

  test('taught anew, the page has the later teaching in place of the earlier', async () => {
    show(TABLE(class6H.map(({ id, name, mark }) => row(id, name, mark || '-')).join('')));
    const teachOnce = async (profiles: Parameters<typeof openPanel>[1]) => {
      const { saved } = openPanel('teach', profiles);
      await userEvent.click(at('tr:nth-child(2) td'));
      await userEvent.click(at('tr:nth-child(2) td:last-child'));
      await says('6 of 6 rows understood');
      await userEvent.fill(page.getByLabelText('Name of this page'), 'Ours');
      await userEvent.click(button(SAVE));
      await says('now checks');
      return saved;
    };
    const first = await teachOnce([]);
    const second = await teachOnce(first);
    expect(second.map(({ id, name }) => [id, name])).toEqual(first.map(({ id }) => [id, 'Ours']));
  });
});
