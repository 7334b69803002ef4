import { describe, expect, test, vi } from 'vitest';
import {
  type House,
  type OwnAnswers,
  type PageAnswers,
  replyTo,
  type Sender,
} from '../../../entrypoints/background/doors.ts';
import { PlainError } from '../../../store/plain-error.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const ROOT = `chrome-extension://${ID}/`;
const SITE = 'https://register.example';

const NOT_A_PAGE = { ok: false, message: 'This message did not come from a page that Registerwise reads.' };
const NOT_OURS = { ok: false, message: 'This message did not come from one of Registerwise’s own pages.' };
const WRONG_SHAPE = { ok: false, message: 'This message is not a question Registerwise knows.' };

/** Answers that only say what they were asked. */
function echoes<T extends object>(): T {
  return new Proxy({} as T, {
    get:
      (_, type) =>
      async (...asked: unknown[]) => ({ type, asked }),
  });
}

function house(instead: Partial<House> = {}): House {
  return {
    extension: { id: ID, root: ROOT },
    isOpenTo: async (origin) => origin === SITE,
    page: echoes<PageAnswers>(),
    own: echoes<OwnAnswers>(),
    ...instead,
  };
}

const page: Sender = {
  id: ID,
  url: `${SITE}/register?class=4B`,
  origin: SITE,
  frameId: 3,
  documentId: 'D1',
  tab: { id: 7 },
};
const earlier = { pupil: 'p-1', date: '2025-09-03', session: 'AM', code: 'O' };
const counts = { door: 'page', type: 'counts', date: '2025-09-03', session: 'AM', pupils: ['p-1'] };

const came = {
  ...{ door: 'page', type: 'log-arrival', date: '2025-09-03', session: 'AM' },
  ...{ pupil: 'p-1', arrived: 564, reason: 'bus late' },
};

describe('the page door', () => {
  test('answers about the origin the browser names, whatever the message says', async () => {
    expect(await replyTo(house(), { ...counts, origin: 'https://other.example' }, page)).toEqual({
      ok: true,
      value: {
        type: 'counts',
        asked: [
          { date: '2025-09-03', session: 'AM', pupils: ['p-1'] },
          { origin: SITE, tabId: 7, frameId: 3, document: 'D1' },
        ],
      },
    });
  });

  test('takes the address alone where the browser names no origin', async () => {
    expect(await replyTo(house(), counts, { ...page, origin: undefined })).toMatchObject({ ok: true });
  });

  test.each<[string, Sender]>([
    ['another extension', { ...page, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['nobody in particular', {}],
    ['no tab', { ...page, tab: undefined }],
    ['no address', { ...page, url: undefined }],
    ['an address that is none', { ...page, url: 'register' }],
    ['a sandboxed frame', { ...page, origin: 'null' }],
    ['an origin that contradicts the address', { ...page, origin: 'https://other.example' }],
    ['a blank frame', { ...page, url: 'about:blank' }],
    ['a file', { ...page, url: 'file:///register.html', origin: undefined }],
    ['a page of the extension', { ...page, url: `${ROOT}options.html`, origin: `chrome-extension://${ID}` }],
  ])('is shut to a message from %s', async (_, sender) => {
    expect(await replyTo(house(), counts, sender)).toEqual(NOT_A_PAGE);
  });

  test.each(['https://other.example', 'http://register.example', 'https://register.example:8443'])(
    'is shut to %s, where it is not switched on',
    async (origin) => {
      expect(await replyTo(house(), counts, { ...page, url: `${origin}/`, origin })).toEqual({
        ok: false,
        message: 'Registerwise is not switched on for this site.',
      });
    },
  );

  test.each([
    { ...counts, date: '2025-02-30' },
    { ...counts, date: '03/09/2025' },
    { ...counts, session: 'Morning' },
    { ...counts, pupils: 'p-1' },
    { ...counts, pupils: [''] },
    { ...counts, pupils: ['p'.repeat(201)] },
    { ...counts, pupils: Array.from({ length: 3_001 }, (_, i) => `p-${i}`) },
    { ...counts, type: 'wipe' },
    { ...counts, type: '__proto__' },
    { ...counts, type: 'constructor' },
    { door: 'page' },
    { door: 'page', type: 'seen', date: '2025-09-03', session: 'AM', marks: [{ pupil: 'p-1', code: 4 }] },
    {
      door: 'page',
      type: 'seen-history',
      marks: [{ pupil: 'p-1', date: '2025-02-30', session: 'AM', code: 'O' }],
    },
    {
      door: 'page',
      type: 'seen-history',
      marks: [{ pupil: 'p-1', date: '2025-09-03', session: 'EV', code: 'O' }],
    },
    { door: 'page', type: 'seen-history', marks: Array(3001).fill(earlier) },
    { ...came, arrived: 24 * 60 },
    { ...came, arrived: -1 },
    { ...came, arrived: '9:24' },
    { ...came, reason: 'x'.repeat(121) },
    { ...came, pupil: '' },
    { ...came, type: 'remove-arrival', date: '2025-09-31' },
    { door: 'page', type: 'open-lates', date: 'today' },
    { door: 'page', type: 'names-shown', origin: SITE },
    { door: 'page', type: 'report', state: 'hacked', detail: '', findings: 0 },
    { door: 'page', type: 'report', state: 'checking', detail: '', findings: -1 },
  ])('refuses what is no question: %j', async (message) => {
    expect(await replyTo(house(), message, page)).toEqual(WRONG_SHAPE);
  });

  const picks = { line: 'tr', name: null, mark: 'select', key: { selector: null, attribute: 'id' } };
  const profile = {
    ...{ version: 1, id: 'a', name: 'Register', route: '/register', marks: 'drop-down', pupils: 'links' },
    ...{
      codes: { 'Here today': '/', 'Late after': 'U' },
      session: 'clock',
      date: 'today',
      confirmed: '2026-11-20',
    },
    picks: { ...picks, date: null, session: null },
  };
  const save = (change: object) => ({
    door: 'page',
    type: 'save-profile',
    profile: { ...profile, ...change },
  });

  test('takes how a page is read, as data', async () => {
    expect(await replyTo(house(), save({}), page)).toMatchObject({
      ok: true,
      value: { type: 'save-profile', asked: [{ profile }, { origin: SITE }] },
    });
  });

  test.each([
    { version: 2 },
    { id: '' },
    { name: 'x'.repeat(101) },
    { route: 'x'.repeat(301) },
    { marks: 'code' },
    { codes: { Here: 'present' } },
    { codes: { ['x'.repeat(101)]: '/' } },
    { codes: Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`Label ${i}`, '/'])) },
    { session: 'noon' },
    { date: '2026-11-20' },
    { confirmed: '20/11/2026' },
    { script: 'alert(1)' },
    { picks: { ...profile.picks, line: 'x'.repeat(301) } },
    { picks: { ...profile.picks, key: { selector: null, attribute: 'on click' } } },
    { picks: { ...profile.picks, run: 'alert(1)' } },
  ])('refuses a profile that is not one: %j', async (change) => {
    expect(await replyTo(house(), save(change), page)).toEqual(WRONG_SHAPE);
  });

  test('answers a whole school in one question', async () => {
    const pupils = Array.from({ length: 3_000 }, (_, i) => `p-${i}`);
    expect(await replyTo(house(), { ...counts, pupils }, page)).toMatchObject({ ok: true });
  });
});

describe('the own door', () => {
  const options: Sender = { id: ID, url: `${ROOT}options.html#marks`, origin: `chrome-extension://${ID}` };
  const wipe = { door: 'own', type: 'wipe' };

  test('is open to the extension’s own pages, in a tab or not', async () => {
    for (const sender of [options, { ...options, tab: { id: 9 } }, { ...options, origin: undefined }])
      expect(await replyTo(house(), wipe, sender)).toEqual({
        ok: true,
        value: { type: 'wipe', asked: [{}] },
      });
  });

  test.each<[string, Sender]>([
    ['a content script', page],
    ['another extension', { ...options, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['an id that begins like ours', { ...options, url: `chrome-extension://${ID}x/options.html` }],
    ['a page whose address holds ours', { ...options, url: `https://evil.example/?${ROOT}options.html` }],
    [
      'a page that says it is ours',
      { ...options, url: `https://evil.example/`, origin: `chrome-extension://${ID}` },
    ],
    ['our address with another origin', { ...options, origin: 'https://evil.example' }],
    ['no address', { id: ID, origin: `chrome-extension://${ID}` }],
  ])('is shut to %s', async (_, sender) => {
    expect(await replyTo(house(), wipe, sender)).toEqual(NOT_OURS);
  });

  test.each([
    { door: 'own', type: 'context' },
    { door: 'own', type: 'set-site', origin: 'https://register.example/path', on: true },
    { door: 'own', type: 'set-site', origin: 'practice:register', on: true },
    { door: 'own', type: 'set-site', origin: 'javascript:alert(1)', on: true },
    { door: 'own', type: 'save-settings', role: 'head' },
    { door: 'own', type: 'save-settings', clockOffsetMs: Number.NaN },
    {
      door: 'own',
      type: 'save-settings',
      calendar: { terms: [{ from: '2025-09-01', to: '2525-09-01' }], closures: [] },
    },
    { door: 'own', type: 'import', origin: SITE, strips: [{ pupil: 'p-1', year: 25, bytes: '' }] },
    {
      door: 'own',
      type: 'import',
      origin: SITE,
      strips: [{ pupil: 'p-1', year: 2025, bytes: 'A'.repeat(721) }],
    },
    { door: 'own', type: 'import-begin', origin: SITE, file: null, savedAt: 'today' },
    { door: 'own', type: 'import-part', id: 1, part: -1, strips: [] },
    {
      ...{ door: 'own', type: 'import-part', id: 1, part: 0 },
      strips: Array.from({ length: 501 }, (_, i) => ({ pupil: `p-${i}`, year: 2025, bytes: '' })),
    },
    { door: 'own', type: 'import-commit', id: 0 },
  ])('refuses what is no question: %j', async (message) => {
    expect(await replyTo(house(), message, options)).toEqual(WRONG_SHAPE);
  });

  test('knows the practice register’s origin', async () => {
    const message = {
      ...{ door: 'own', type: 'own-why', origin: 'practice:register', pupil: 'p-1' },
      ...{ date: '2026-11-20', session: 'AM', code: null, at: 0 },
    };
    expect(await replyTo(house(), message, options)).toMatchObject({ ok: true });
  });
});

describe('any door', () => {
  test.each([undefined, null, 'wipe', 7, [], {}, { type: 'wipe' }, { door: 'back' }])(
    'leaves a message that is for neither to others: %j',
    (message) => {
      expect(replyTo(house(), message, page)).toBeNull();
    },
  );

  test('passes on a plain sentence, and hides any other fault', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    const failing = (error: Error) =>
      house({ page: { ...echoes<PageAnswers>(), counts: () => Promise.reject(error) } });
    expect(await replyTo(failing(new PlainError('Not on a Sunday.')), counts, page)).toEqual({
      ok: false,
      message: 'Not on a Sunday.',
    });
    expect(await replyTo(failing(new TypeError('x is undefined')), counts, page)).toEqual({
      ok: false,
      message: 'Something went wrong inside Registerwise. Reload the page and try again.',
    });
    expect(logged).toHaveBeenCalledOnce();
  });
});
