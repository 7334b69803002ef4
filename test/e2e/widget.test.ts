import fs from 'node:fs';
import path from 'node:path';
import { names, press } from './ax.ts';
import { expect, test } from './fixtures.ts';
import { csv, earlier, calendar as made, schoolDay } from './school.ts';

const script = path.resolve('.output/widget/registerwise.iife.js');
const waltonOak: unknown = JSON.parse(fs.readFileSync('.output/widget/walton-oak.json', 'utf8'));
const marks = csv(['1'], { 1: ['O', 'O', 'U', 'N'] })
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([, date, session, code]) => ({ date, session, code }));

test('one script tag puts a count in somebody else’s page, and nothing else', async ({ context }) => {
  const page = await context.newPage();
  await page.goto('/plain/none.html');
  const globals = () => page.evaluate(() => Object.keys(globalThis));
  const before = await globals();
  await page.addScriptTag({ path: script });
  expect((await globals()).filter((name) => !before.includes(name))).toEqual(['Registerwise']);
  await page.evaluate(
    ([calendar, list, asOf, json]) => {
      const { readPolicy } = (globalThis as unknown as { Registerwise: Engine }).Registerwise;
      const { policy } = readPolicy(json);
      const count = document.createElement('registerwise-count') as Element as Counter;
      count.facts = { policy, calendar, marks: list, asOf };
      count.addEventListener('registerwise:why', (event) =>
        Object.assign(globalThis, { asked: (event as CustomEvent).detail.unauthorised.total }),
      );
      document.body.append(count);
    },
    [made, marks, earlier.at(-1)?.date ?? schoolDay, waltonOak] as const,
  );
  await expect
    .poll(() =>
      names(page, 'button', /^4 of 10 unauthorised sessions in the last 10 school weeks, .*1 not settled/),
    )
    .toHaveLength(1);
  await press(page, 'button', /^4 of 10/);
  expect(await page.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(4);
  await page.evaluate(() => document.querySelector('registerwise-count')?.remove());
  expect(await names(page, 'button', /of 10/)).toEqual([]);
});

type Engine = { readPolicy: (document: unknown) => { policy: unknown } };
type Counter = HTMLElement & { facts: unknown };
