import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each top-level folder may import, as the design lays it down. */
const MAY_IMPORT: Readonly<Record<string, readonly RegExp[]>> = {
  rules: [/^rules\//],
  components: [/^components\//, /^rules\//],
  sites: [/^sites\//, /^rules\/codes\//, /^rules\/calendar\/dates\.ts$/],
  store: [/^store\//, /^rules\//, /^components\/overlay\/port\.ts$/, /^sites\/(?:contract|profile)\.ts$/],
  widget: [/^widget\//, /^components\//, /^rules\//],
  entrypoints: [/^entrypoints\//, /^components\//, /^sites\//, /^store\//, /^rules\//],
};

/** Packages that only these folders may use; the rest may use what they like of the dependencies. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  rules: ['valibot', 'node:events'],
  components: ['preact', 'preact/hooks', '@preact/signals', '@floating-ui/dom'],
  sites: [],
  widget: ['preact', 'preact/hooks', '@preact/signals', '@preact/preset-vite', 'vite'],
};

const sources = Object.keys(MAY_IMPORT).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file)),
);

const importsOf = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((found) => (found[1] ?? found[2] ?? found[3]) as string);

describe.each(Object.keys(MAY_IMPORT))('%s', (folder) => {
  const files = sources.filter((file) => file.startsWith(`${folder}/`));

  test('imports only what the layout allows', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => path.posix.join(path.posix.dirname(file), target))
        .filter((target) => !(MAY_IMPORT[folder] ?? []).some((allowed) => allowed.test(target)))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('one entrypoint does not import another', () => {
    const entry = (file: string) => file.split('/')[1]?.replace(/\.tsx?$/, '');
    const wrong = files
      .filter((file) => file.startsWith('entrypoints/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => path.posix.join(path.posix.dirname(file), target))
          .filter((target) => target.startsWith('entrypoints/') && entry(target) !== entry(file))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('uses only its own packages', () => {
    const allowed = PACKAGES[folder];
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !target.startsWith('.'))
        .filter((target) => allowed !== undefined && !allowed.includes(target))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('the store has of components and sites only their types', () => {
  const values = sources
    .filter((file) => file.startsWith('store/'))
    .filter((file) =>
      /^import (?!type\b)[^;]*?from '\.\.\/(?:\.\.\/)*(?:components|sites)\//m.test(
        readFileSync(file, 'utf8'),
      ),
    );
  expect(values).toEqual([]);
});

/** Files of the store that open the database or hold its tables: the rest of the product asks them. */
const TOUCHES_DATABASE = /from 'dexie'|\bindexedDB\b|\bdatabase\.(?!ts\b|close\(|on\()\w+/;

test('nobody outside the store touches the database', () => {
  const wrong = sources
    .filter((file) => !file.startsWith('store/'))
    .filter((file) => TOUCHES_DATABASE.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});

test('the store is opened in the background only', () => {
  const parts =
    /from '[^']*store\/(?:sealed\/|database|marks|seen|imports|undo|staging|counts|summaries|pupils|log|kept-findings|amendments|writes|settings|sites|why)/;
  const wrong = sources
    .filter((file) => !file.startsWith('store/') && !file.startsWith('entrypoints/background/'))
    .filter((file) => parts.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});

test('what places the why-card is in no script that a page is given before it asks for the card', () => {
  const users = (target: RegExp) =>
    sources.filter((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*?from '([^']+)'/gm)].some((found) =>
        target.test(found[1] ?? ''),
      ),
    );
  expect(users(/^@floating-ui\/dom$/)).toEqual(['components/register/place-card.ts']);
  expect(users(/\/place-card\.ts$/)).toEqual(['components/register/mount-why-card.tsx']);
  expect(users(/\/mount-why-card\.tsx$/).sort()).toEqual([
    'entrypoints/practice/practice-port.ts',
    'entrypoints/why-card.ts',
  ]);
});

/** Ways out, and ways to write to a page, that no shared code has a use for. */
const FORBIDDEN: readonly [string, RegExp][] = [
  ['the network', /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/],
  ['a browser API', /\b(browser|chrome)\.(runtime|storage|tabs|scripting|permissions)\b/],
  ['dispatching an event', /\.dispatchEvent\(/],
  ['evaluating text', /\beval\(|new Function\(/],
];

describe.each(['rules', 'sites', 'components'])('%s has no use for', (folder) => {
  test.each(FORBIDDEN)('%s', (_, pattern) => {
    const wrong = sources
      .filter((file) => file.startsWith(`${folder}/`))
      .filter((file) => pattern.test(readFileSync(file, 'utf8')));
    expect(wrong).toEqual([]);
  });
});

test('site adapters set nothing in a page', () => {
  const writes =
    /\.(value|checked|selectedIndex|innerHTML|textContent|className)\s*=[^=]|setAttribute\(|\.(click|submit|focus)\(\)/;
  expect(
    sources
      .filter((file) => file.startsWith('sites/'))
      .filter((file) => writes.test(readFileSync(file, 'utf8'))),
  ).toEqual([]);
});
