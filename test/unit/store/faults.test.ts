import Dexie from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { plainFault } from '../../../store/faults.ts';
import { inTime } from '../../../store/in-time.ts';
import { PlainError } from '../../../store/plain-error.ts';

const aborted = (inner: Error) => new Dexie.AbortError('Transaction aborted', inner);

describe('a fault of the store is said in one plain sentence', () => {
  test.each([
    ['no room', new Dexie.QuotaExceededError(), 'no room left'],
    [
      'no room, within a transaction',
      aborted(new DOMException('full', 'QuotaExceededError')),
      'no room left',
    ],
    [
      'no room for one of many rows',
      new Dexie.BulkError('staging.bulkPut()', [new DOMException('full', 'QuotaExceededError')]),
      'no room left',
    ],
    ['erased by hand', new Dexie.DatabaseClosedError(), 'closed what Registerwise keeps, or it was erased'],
    ['a connection that is gone', new DOMException('closing', 'InvalidStateError'), 'Try again'],
    ['a window that refuses', new DOMException('denied', 'SecurityError'), 'Use an ordinary window'],
    ['a private window', new Dexie.MissingAPIError(), 'Use an ordinary window'],
    ['a disk that fails', new DOMException('Internal error', 'UnknownError'), 'could not read or save'],
    ['a transaction cut short', aborted(new Error('stopped')), 'could not read or save'],
    ['our own words', new PlainError('Not on a Sunday.'), 'Not on a Sunday.'],
  ])('%s', (_, error, sentence) => {
    expect(plainFault(error)).toContain(sentence);
  });

  test.each([new TypeError('x is undefined'), 'text', null, undefined, { name: 'toString' }])(
    'and any other is not: %s',
    (error) => {
      expect(plainFault(error)).toBeNull();
    },
  );
});

test('a browser that never answers is waited for so long and no longer', async () => {
  vi.useFakeTimers();
  const forgotten = inTime(new Promise<never>(() => {})).catch(plainFault);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await forgotten).toContain('could not read or save');
  expect(await inTime(Promise.resolve('answered'))).toBe('answered');
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
