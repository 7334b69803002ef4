import { expect, test } from 'vitest';
import { freshContext } from '../../../components/overlay/fresh-context.ts';
import type { OverlayContext, OverlayPort } from '../../../components/overlay/port.ts';

test('what changes while an answer is under way is asked for again', async () => {
  const answers: ((context: OverlayContext) => void)[] = [];
  const port = {
    context: () => new Promise<OverlayContext>((answer) => answers.push(answer)),
  } as unknown as OverlayPort;
  const context = (clockOffsetMs: number) => ({ clockOffsetMs }) as OverlayContext;
  const ask = freshContext(port);

  const first = ask();
  expect(await ask()).toBe('under-way');
  answers[0]?.(context(1));
  await Promise.resolve();
  await new Promise((done) => setTimeout(done));
  answers[1]?.(context(2));
  expect(await first).toEqual(context(2));

  const next = ask();
  answers[2]?.(context(3));
  expect(await next).toEqual(context(3));
});
