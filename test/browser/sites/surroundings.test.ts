import { afterEach, describe, expect, test } from 'vitest';
import { type Beside, surroundings } from '../../../sites/generic/surroundings.ts';
import { parse } from './fixtures.ts';

const TODAY = '2026-11-20';
const REGISTER = '<table id="register"><tr><td>Abara, Chidi</td><td>/</td></tr></table>';
const NOTHING = { date: null, session: null, lesson: null, both: null, group: null };

/** What is understood of a page, whose register stands where it says REGISTER. */
function around(html: string, markHeading = '', beside: Beside = {}) {
  const page = parse(html.replace('REGISTER', REGISTER));
  return surroundings(page.getElementById('register') as Element, markHeading, { today: TODAY, ...beside });
}

afterEach(() => {
  document.body.replaceChildren();
});

/** The same of a page that is drawn, with its shadow roots. */
function drawn(html: string, find = () => document.getElementById('register')) {
  document.body.setHTMLUnsafe(html.replace('REGISTER', REGISTER));
  return surroundings(find() as Element, '', { today: TODAY });
}

describe('the day', () => {
  test.each([
    ['a heading', '<h1>Register 10B, Friday 20 November 2026</h1>REGISTER'],
    ['the nearest heading', '<h1>Home, 1 September 2026</h1><h2>20 November 2026</h2>REGISTER'],
    ['a caption', '<table id="register"><caption>20 Nov 2026</caption><tr><td>/</td></tr></table>'],
    ['a label', '<h3 id="h">20 Nov 2026</h3><section aria-labelledby="h"><div>REGISTER</div></section>'],
    ['a date field', '<label>Date <input type="date" value="2026-11-20"></label>REGISTER'],
    ['a text field', '<input name="register_date" value="20/11/2026">REGISTER'],
    ['a hidden field', '<form><input type="hidden" name="attendanceDate" value="2026-11-20">REGISTER</form>'],
    ['a drop-down', '<select><option>19/11/2026<option selected>20/11/2026</select>REGISTER'],
    ['data', '<div data-date="2026-11-20"><div>REGISTER</div></div>'],
    [
      'a chosen tab',
      '<a role="tab" aria-selected="true">Fri 20 Nov 2026</a><a role="tab">Sat 21 Nov 2026</a>REGISTER',
    ],
    ['a chosen pill', '<ul><li>Thu 19 Nov 2026</li><li class="active">Fri 20 Nov 2026</li></ul>REGISTER'],
    ['a breadcrumb', '<ol class="breadcrumbs"><li>Home</li><li>20 Nov 2026</li></ol>REGISTER'],
    [
      'a button of a date picker',
      '<button>‹ 19 Nov 2026</button><button>Fri 20 Nov 2026</button><button>21 Nov 2026 ›</button>REGISTER',
    ],
    ['a line', '<div>10B, Mr Hughes, Friday 20 November 2026</div>REGISTER'],
    [
      'a row of an old page',
      '<table><tr><td>Class</td><td>10B</td></tr><tr><td>Date</td><td>20/11/2026</td></tr></table>REGISTER',
    ],
    ['a line with its times', '<p>20 November 2026, 08:50–09:10</p>REGISTER'],
    [
      'a line between two buttons',
      '<div><button>Previous</button><span>20 Nov 2026</span><button>Next</button></div>REGISTER',
    ],
    [
      'a toolbar',
      '<div><button>‹</button> <span>Friday 20 November 2026</span> <button>›</button> <em>Saved 08:59</em></div>REGISTER',
    ],
    ['a line some steps away', '<p>20 November 2026</p><div><div><div><div>REGISTER</div></div></div></div>'],
    ['the title', '<title>Register 20/11/2026</title>REGISTER'],
    ['a weekday and a day', '<h2>Friday 20 November</h2>REGISTER'],
    ['Today in a drop-down', '<select><option selected>Today<option>Yesterday</select>REGISTER'],
    ['Today in a heading', '<h2>Today’s register</h2>REGISTER'],
    [
      'one order, as other dates tell',
      '<select><option>13/10/2026<option>05/10/2026</select><h2>11/20/2026</h2>REGISTER',
      null,
    ],
    [
      'a heading and an agreeing field',
      '<h2>Friday 20/11/2026</h2><input type="date" value="2026-11-20">REGISTER',
    ],
    ['the name of a week and a day of it', '<h2>Week B, Friday 20 November 2026</h2>REGISTER'],
  ] as [string, string, null?][])('from %s', (_, html, expected = TODAY as never) => {
    expect(around(html).date).toBe(expected);
  });

  const select = (options: readonly string[], chosen: string) =>
    `<select>${options.map((text) => `<option${text === chosen ? ' selected' : ''}>${text}</option>`).join('')}</select>`;
  const days = select(
    Array.from({ length: 31 }, (_, i) => String(i + 1)),
    '5',
  );
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const names = select(months, 'November');
  const numbers = select(
    months.map((_, i) => String(i + 1).padStart(2, '0')),
    '11',
  );
  const years = select(['2025', '2026', '2027'], '2026');

  test.each([
    ['day, month, year', days + names + years],
    ['month, day, year', names + days + years],
    ['year, month, day', years + numbers + days],
    ['the month in figures', days + numbers + years],
  ])('from three drop-downs: %s', (_, three) => {
    expect(around(`<p>Date: ${three}</p><div>REGISTER</div>`).date).toBe('2026-11-05');
  });

  test('from three fields', () => {
    const fields =
      '<input type="hidden" name="month_date" value="11"><input type="hidden" name="day_date" value="05"><input type="hidden" name="year_date" value="2026">';
    expect(around(`<input class="daterange" value="Nov/05/2026">${fields}<div>REGISTER</div>`).date).toBe(
      '2026-11-05',
    );
    expect(
      around(`<input class="daterange" value="Nov/06/2026">${fields}<div>REGISTER</div>`).date,
    ).toBeNull();
  });

  test('in figures both ways round, where other dates of the page tell the order', () => {
    const offer = select(['05/11/2026', '12/11/2026', '19/11/2026'], '05/11/2026');
    expect(around(`${offer}REGISTER`).date).toBe('2026-11-05');
    expect(around('<h1>05/11/2026</h1><p>Saved 13/10/2026</p>REGISTER').date).toBe('2026-11-05');
    expect(around('<h1>05/11/2026</h1>REGISTER').date).toBeNull();
    expect(around('<h1>05/11/2026</h1><p>Thursday 5 November 2026</p>REGISTER').date).toBe('2026-11-05');
  });

  test.each([
    ['two fields', '<input type="date" value="2026-11-20"><input type="date" value="2026-11-19">REGISTER'],
    ['a span of days', '<h2>16–20 November 2026</h2>REGISTER'],
    ['a week', '<h2>Week commencing 16 November 2026</h2>REGISTER'],
    ['a week by its number', '<h2>Week 12: 16 November 2026</h2>REGISTER'],
    ['since', '<p>Absences since 1 September 2026</p>REGISTER'],
    ['saved', '<p>Last saved: <b>19 November 2026</b></p>REGISTER'],
    ['saved, with a link', '<p>Last saved <a href="#">by you</a> 19/11/2026</p>REGISTER'],
    [
      'saved, in parts',
      '<p><span>Last saved</span> <a href="#">by you</a> <span>19/11/2026</span></p>REGISTER',
    ],
    ['saved, in words before it', '<div>Last saved<div>19/11/2026</div></div>REGISTER'],
    [
      'a row that is chosen',
      '<div role="grid"><div role="row" aria-selected="true">Play 19 Nov 2026</div></div><br>REGISTER',
    ],
    ['saved, in a heading', '<h6>Saved <time datetime="2026-11-19">then</time></h6>REGISTER'],
    ['printed', '<p>Printed 20/11/2026</p>REGISTER'],
    ['a term', '<h2>Autumn 2026</h2>REGISTER'],
    ['a clock', '<p>Thursday 19 November 2026, 09:41</p>REGISTER'],
    ['a clock without a comma', '<p>Thursday 19 November 2026 09:41</p>REGISTER'],
    ['a banner', '<header role="banner"><p>Thursday 19 November 2026</p></header>REGISTER'],
    ['a date of birth', '<dl><dt>Date of birth</dt><dd>20/11/2015</dd></dl>REGISTER'],
    ['a field for a birthday', '<label>Date of birth <input value="20/11/2015"></label>REGISTER'],
    ['the first day of a report', '<input type="date" name="start_date" value="2026-11-01">REGISTER'],
    ['an event', '<h3>Open evening 26 November 2026</h3>REGISTER'],
    ['where somebody may go', '<p><a href="#">Thursday 19 November 2026</a></p>REGISTER'],
    ['a button to another day', '<button>← Thu 19 Nov 2026</button>REGISTER'],
    ['what is hidden', '<h2 hidden>20 November 2026</h2>REGISTER'],
    ['what comes after', 'REGISTER<h2>20 November 2026</h2>'],
    [
      'a dialog that is open above',
      '<div role="dialog"><h2>20 November 2026</h2><input type="date" value="2026-11-20"></div>REGISTER',
    ],
    [
      'a calendar’s own today',
      '<div role="grid"><b role="gridcell" aria-current="date">Friday 20 November 2026</b></div>REGISTER',
    ],
    ['a choice not yet sent', '<select><option>19/11/2026<option selected>20/11/2026</select>REGISTER', 0],
    ['a day with a weekday of no year near', '<h2>Thursday 20 November</h2>REGISTER'],
  ] as [string, string, number?][])('is not told by %s', (_, html, chosen) => {
    const page = parse(html.replace('REGISTER', REGISTER));
    const choice = page.querySelector('select');
    if (choice && chosen !== undefined) choice.selectedIndex = chosen;
    expect(surroundings(page.getElementById('register') as Element, '', { today: TODAY }).date).toBeNull();
  });

  test('“Yesterday” keeps the page’s own date from being taken, also when today is not known', () => {
    const html =
      '<p>Friday 20 November 2026</p><select><option>Today<option selected>Yesterday</select>REGISTER';
    expect(around(html).date).toBe('2026-11-19');
    expect(around(html, '', { today: null }).date).toBeNull();
  });

  test('must be a day that the mark column and the chosen weekday allow', () => {
    expect(around('<h2>20 November 2026</h2>REGISTER', 'Fri').date).toBe(TODAY);
    expect(around('<h2>20 November 2026</h2>REGISTER', 'Thu AM').date).toBeNull();
    expect(around('<h2>20 November 2026</h2><a aria-selected="true">Thu</a>REGISTER').date).toBeNull();
  });
});

describe('the session', () => {
  test.each([
    ['a heading', '<h1>AM Registration 10B</h1>REGISTER'],
    ['a drop-down', '<select><option selected>AM<option>PM</select>REGISTER'],
    [
      'a radio button',
      '<label><input type="radio" checked>Morning</label><label><input type="radio">Afternoon</label>REGISTER',
    ],
    [
      'a tab, though the heading names both',
      '<h1>AM and PM registers</h1><b role="tab" aria-selected="true">AM</b><b role="tab">PM</b>REGISTER',
    ],
    [
      'a pressed button',
      '<button aria-pressed="true">AM</button><button aria-pressed="false">PM</button>REGISTER',
    ],
    ['a box that drops down', '<span role="combobox"><span>AM</span></span>REGISTER'],
    ['a period that is the registration', '<select><option>AM Reg (P1)<option>Period 2</select>REGISTER'],
    ['its times', '<h2>Registration 08:50–09:10</h2>REGISTER'],
    ['a line', '<p>Session: AM</p>REGISTER'],
    ['a line with the way to the other', '<p>10B AM <a href="#">PM</a></p>REGISTER'],
    ['a line with its day and class', '<p>Fri 20 Nov 2026 | 10B | AM</p>REGISTER'],
    [
      'the panel of a tab',
      '<a id="t" role="tab">Morning</a><div role="tabpanel" aria-labelledby="t">REGISTER</div>',
    ],
    ['words beside a tutorial', '<h2>AM Tutorial</h2>REGISTER'],
  ])('from %s', (_, html) => {
    expect(around(html)).toMatchObject({ session: 'AM', lesson: null });
  });

  test('from the heading of the mark column', () => {
    expect(around('REGISTER', 'PM')).toMatchObject({ session: 'PM' });
    expect(around('<h1>AM</h1>REGISTER', 'PM')).toMatchObject({ session: null });
  });

  test.each([
    ['both', '<h1>AM and PM registers</h1>REGISTER'],
    ['a clock', '<p>09:05 AM</p><h2>Closes 9:20 AM</h2>REGISTER'],
    ['a greeting', '<h1>Good morning</h1>REGISTER'],
    ['other news of the morning', '<h2>Morning briefing</h2>REGISTER'],
    [
      'what all marks may be set to',
      '<label>Set all to <select><option>AM</select></label><select><option>/ Present (AM)<option>L Late</select>REGISTER',
    ],
    ['the way to the other register', '<p><a href="#">PM</a></p>REGISTER'],
    ['tabs of which none is chosen', '<b role="tab">AM</b>REGISTER'],
    ['the times of a lesson', '<h2>10B/Ma1 09:00–10:00</h2>REGISTER'],
    ['session 1', '<h2>Session 1</h2>REGISTER'],
  ])('is not told by %s', (_, html) => {
    expect(around(html)).toMatchObject({ session: null, lesson: null });
  });

  test('a choice not yet sent leaves it open', () => {
    const page = parse(`<select><option selected>AM<option>PM</select>${REGISTER}`);
    (page.querySelector('select') as HTMLSelectElement).selectedIndex = 1;
    expect(surroundings(page.getElementById('register') as Element, '').session).toBeNull();
  });
});

describe('the lesson', () => {
  test.each([
    ['a heading', '<h1>Maths 10B/Ma1 Period 2</h1>REGISTER', 'Period 2'],
    ['a drop-down', '<select><option>Mon:3</select>REGISTER', 'Mon:3'],
    ['a line', '<h1>Register</h1><div>P3</div>REGISTER', 'P3'],
    ['the one button that shows it', '<button>Period 3</button><button>Save</button>REGISTER', 'Period 3'],
  ])('from %s', (_, html, lesson) => {
    expect(around(html)).toMatchObject({ session: null, lesson });
  });

  test.each([
    ['a session beside it', '<h1>Period 2 AM</h1>REGISTER', 'Period 2'],
    ['a session chosen', '<select><option>AM</select><h2>Period 3</h2>REGISTER', 'Period 3'],
    ['a line that says otherwise', '<h2>AM</h2><p>Period 1</p>REGISTER', 'Period 1'],
  ])('is not told from a session with %s, and both are named', (_, html, lesson) => {
    expect(around(html)).toMatchObject({ session: null, lesson: null, both: { session: 'AM', lesson } });
  });

  test('is open with several to choose from', () => {
    const html = '<button>P1</button><button>P2</button>REGISTER';
    expect(around(html)).toMatchObject({ session: null, lesson: null, both: null });
  });
});

test.each([
  ['<h1>10B AM</h1>REGISTER', '10B'],
  ['<h1>Maths 10B/Ma1</h1>REGISTER', '10B/Ma1'],
  ['<select><option selected>Class 3<option>Class 4</select>REGISTER', 'Class 3'],
  ['<p>Form: 7XY</p>REGISTER', '7XY'],
  ['<h2>Year 6 Maple</h2>REGISTER', 'Year 6 Maple'],
  ['<h2>Year 6 Hughes</h2>REGISTER', 'Year 6'],
  ['<h2>Class: Mr Hughes</h2>REGISTER', null],
  ['<h2>Class: Hughes</h2>REGISTER', null],
  ['<h2>10B and 10C</h2>REGISTER', null],
  ['<h2>9AM, 1ST place</h2>REGISTER', null],
])('%s is of the group %j', (html, group) => {
  expect(around(html).group).toBe(group);
});

describe('two registers on one page', () => {
  const both = (html: string) => {
    const page = parse(html);
    const tables = [...page.querySelectorAll('table')];
    return tables.map((table) =>
      surroundings(table, '', { others: tables.filter((other) => other !== table), today: TODAY }),
    );
  };
  const one = '<table><tr><td>/</td></tr></table>';

  test('have each its own heading', () => {
    const read = both(`<h1>20 November 2026</h1><h2>AM</h2>${one}<h2>PM</h2>${one}`);
    expect(read).toMatchObject([
      { date: TODAY, session: 'AM' },
      { date: TODAY, session: 'PM' },
    ]);
  });

  test('have each its own controls', () => {
    const block = (session: string) => `<section><select><option>${session}</select>${one}</section>`;
    expect(both(block('AM') + block('PM'))).toMatchObject([{ session: 'AM' }, { session: 'PM' }]);
    const flat = (session: string) => `<select><option>${session}</select>${one}`;
    expect(both(flat('AM') + flat('PM'))).toMatchObject([{ session: 'AM' }, { session: 'PM' }]);
  });

  test('may share what stands above both', () => {
    const read = both(`<h1>20 November 2026 AM</h1>${one}${one}`);
    expect(read).toMatchObject([
      { date: TODAY, session: 'AM' },
      { date: TODAY, session: 'AM' },
    ]);
  });

  test('do not take what is said inside the other’s block', () => {
    expect(both(`<div><h2>AM 20 November 2026</h2>${one}</div><div>${one}</div>`)[1]).toEqual(NOTHING);
  });
});

test('a register of cards has its heading inside', () => {
  const page = parse(
    '<div id="register"><h2>AM, 20 November 2026</h2><div id="first">Abara, Chidi</div></div>',
  );
  const register = page.getElementById('register') as Element;
  const first = page.getElementById('first');
  expect(surroundings(register, '', { first })).toMatchObject({ date: TODAY, session: 'AM' });
});

describe('a register in a dialog', () => {
  test('has its own day and title, and nothing of the page behind', () => {
    expect(
      around(
        '<title>AM</title><h1>19 November 2026</h1><div role="dialog" aria-label="PM register"><h2>20 November 2026</h2>REGISTER</div>',
      ),
    ).toMatchObject({ date: TODAY, session: 'PM' });
    expect(around('<h1>AM 19 November 2026</h1><dialog open>REGISTER</dialog>')).toEqual(NOTHING);
  });
});

describe('a register in open shadow roots', () => {
  test('has its heading in the roots around it', () => {
    const html =
      '<h1>20 November 2026</h1><x-page><template shadowrootmode="open"><h2>AM</h2><x-grid><template shadowrootmode="open"><div>REGISTER</div></template></x-grid></template></x-page>';
    const find = () =>
      document
        .querySelector('x-page')
        ?.shadowRoot?.querySelector('x-grid')
        ?.shadowRoot?.getElementById('register') ?? null;
    expect(drawn(html, find)).toMatchObject({ date: TODAY, session: 'AM' });
  });

  test('or in one beside it, or in the one it is shown through', () => {
    expect(
      drawn(
        '<x-title><template shadowrootmode="open"><h2>AM 20 November 2026</h2></template></x-title><div>REGISTER</div>',
      ),
    ).toMatchObject({ date: TODAY, session: 'AM' });
    expect(
      drawn(
        '<x-card><template shadowrootmode="open"><h2>PM 20 November 2026</h2><slot></slot></template><div>REGISTER</div></x-card>',
      ),
    ).toMatchObject({ date: TODAY, session: 'PM' });
  });

  test('what is not drawn says nothing', () => {
    expect(drawn('<div style="display:none"><h2>AM 20 November 2026</h2></div>REGISTER')).toMatchObject({
      date: null,
      session: null,
    });
  });
});

test('a register in a frame has its day and session in the page around it', () => {
  document.body.innerHTML = '<h1>AM, 20 November 2026</h1><iframe></iframe>';
  const inner = document.querySelector('iframe')?.contentDocument as Document;
  inner.body.innerHTML = `<h2>10B</h2>${REGISTER}`;
  expect(surroundings(inner.getElementById('register') as Element, '')).toEqual({
    date: TODAY,
    session: 'AM',
    lesson: null,
    both: null,
    group: '10B',
  });
});
