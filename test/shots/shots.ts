import path from 'node:path';
import type { Page } from '@playwright/test';
import { ask, schoolDay } from '../e2e/school.ts';
import { findings, openWhyCard, setSchool } from './acts.ts';
import { type Studio, test } from './fixtures.ts';
import { LIGHT, LOOKS, type Look, setLook } from './looks.ts';
import { REGISTERS, rosariosis } from './pages.ts';
import { pressIfThere } from './stage.ts';
import { STATES } from './states.ts';

const out = path.resolve(import.meta.dirname, '../../shots');

/** Named by page, state and look. */
const picture = (page: Page, on: string, state: string, { name }: Look) =>
  page.screenshot({ path: path.join(out, `${on}--${state}--${name}.png`) });

/** Takes back what would show in the pictures after it. */
async function tidy(page: Page, { options }: Studio): Promise<void> {
  while (await pressIfThere(page, /^Undo /));
  const origin = new URL(page.url()).origin;
  if (origin.startsWith('http'))
    await ask(options, 'own-remove-arrival', { origin, date: schoolDay, session: 'AM', pupil: '1001' });
}

for (const state of STATES)
  test(`${state.on ?? rosariosis.name} ${state.name}`, async ({ page, studio }) => {
    await setSchool(studio, state);
    await setLook(page, LIGHT);
    await state.play(page, studio);
    await picture(page, state.on ?? rosariosis.name, state.name, LIGHT);
    await tidy(page, studio);
  });

for (const register of REGISTERS)
  for (const look of LOOKS)
    test(`${register.name} in ${look.name}`, async ({ page, studio }) => {
      await setSchool(studio, {});
      await setLook(page, look);
      await register.open(page, studio);
      await findings(page, register);
      await picture(page, register.name, 'findings', look);
      if (register !== rosariosis) return;
      await openWhyCard(page);
      await picture(page, register.name, 'why-card', look);
    });
