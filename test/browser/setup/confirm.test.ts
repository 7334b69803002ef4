import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readPage } from '../../../sites/registry.ts';
import { button, frames, openPanel, panel, says } from './panel.ts';
import { at, class6H, show } from './shapes.ts';

const OPTIONS = ['', '/', 'Late', 'Very late', 'No reason', 'I', 'Form B'];
const WORDS: Readonly<Record<string, string>> = { '/': '/', L: 'Late', N: 'No reason', '': '' };

/** A register of drop-downs in a school's own words. */
function register({ session = '<h2>Morning</h2>', day = '<h1>Friday 20 November 2026</h1>' } = {}): void {
  const rows = class6H.map(({ id, name, mark }) => {
    const options = OPTIONS.map(
      (label) => `<option${label === WORDS[mark] ? ' selected' : ''}>${label}</option>`,
    );
    return `<tr><td><a href="/pupils/${id}">${name}</a></td><td><select name="mark[${id}]">${options.join('')}</select></td></tr>`;
  });
  show(`${day}${session}<table><tr><th>Pupil</th><th>Mark</th></tr>${rows.join('')}</table>`);
}

const sight = (profiles: Parameters<typeof readPage>[2]) =>
  readPage(new URL(document.URL), document, profiles);

describe('the panel in which a page is confirmed', () => {
  test('says what was understood, frames three pupils, and changes nothing of the page', async () => {
    register();
    const before = document.body.outerHTML;
    openPanel('confirm');
    await says('6 pupils, marks chosen from drop-downs, Friday 20 November 2026, morning.');
    expect(frames('understood')).toHaveLength(6);
    await says(/Ahmed, Amelia \/.*Brook, Tom Late/);
    expect(document.body.outerHTML).toBe(before);
    expect(document.documentElement.scrollTop).toBe(0);
  });

  test('frames three pupils also where all marks are alike', async () => {
    register();
    for (const select of document.querySelectorAll('select[name^=mark]'))
      (select as HTMLSelectElement).selectedIndex = 0;
    openPanel('confirm');
    await says('6 pupils, marks chosen from drop-downs, Friday 20 November 2026, morning.');
    expect(frames('understood')).toHaveLength(6);
  });

  test('asks which code each of the page’s own words stands for, and keeps what is said', async () => {
    register();
    const { saved } = openPanel('confirm');
    const choice = (label: string) => page.getByLabelText(`Attendance code for “${label}”`);
    await expect.element(choice('Late')).toHaveValue('L');
    await expect.element(choice('Very late')).toHaveValue('U');
    await expect.element(choice('Form B')).toHaveValue('');
    await userEvent.selectOptions(choice('No reason'), 'O');
    await userEvent.click(button('Yes, check this register'));
    await says('Registerwise now checks this register.');
    expect(saved).toMatchObject([
      {
        ...{ version: 1, name: 'Class register', marks: 'drop-down', session: 'page', picks: null },
        ...{ codes: { Late: 'L', 'Very late': 'U', 'No reason': 'O' }, confirmed: '2026-11-20' },
      },
    ]);
    expect(sight([])).toMatchObject({ kind: 'not-checking', setUp: 'confirm' });
    expect(sight(saved)).toMatchObject({ kind: 'registers' });
  });

  test('asks for the session of a page that does not say it, and takes no answer for granted', async () => {
    register({ session: '' });
    const { saved } = openPanel('confirm');
    await userEvent.click(button('Yes, check this register'));
    await says('Choose what to take for morning or afternoon first.');
    expect(saved).toEqual([]);
    await userEvent.click(page.getByLabelText('It is always the afternoon register'));
    await userEvent.click(button('Yes, check this register'));
    await says('Registerwise now checks this register.');
    expect(saved).toMatchObject([{ session: 'PM' }]);
  });

  test('says that today is assumed where the page shows no date', async () => {
    register({ day: '' });
    openPanel('confirm');
    await says('The page does not show a date, so today’s is assumed: Friday 20 November 2026.');
  });

  test('follows the page: a mark that is made meanwhile is said', async () => {
    register();
    openPanel('confirm');
    await says(/Ahmed, Amelia \//);
    await userEvent.selectOptions(at('select'), 'I');
    await says(/Ahmed, Amelia I/);
  });

  test('takes the focus, is left with Escape, and gives the focus back', async () => {
    register();
    at('a').focus();
    const { saved } = openPanel('confirm');
    expect(document.activeElement?.hasAttribute('data-rw')).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(panel()).toBeNull();
    expect(document.querySelectorAll('[data-rw]')).toHaveLength(0);
    expect(document.activeElement).toBe(at('a'));
    expect(saved).toEqual([]);
  });

  test('is answered with the keyboard alone', async () => {
    register();
    const { saved } = openPanel('confirm');
    for (let i = 0; i < 20 && panel()?.querySelector('.strong:focus') === null; i++)
      await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('{Enter}');
    await says('Registerwise now checks this register.');
    expect(saved).toHaveLength(1);
  });

  test('leads to showing where things are', async () => {
    register();
    openPanel('confirm');
    await userEvent.click(button('No, show where things are'));
    await says('Point at one pupil’s name.');
  });
});
