import { PlainError } from '../plain-error.ts';
import type { ImportDesk } from './desk.ts';

/** The desk as it is asked over messages: everything is a promise, and progress comes beside it. */
export interface FarDesk {
  readonly open: ImportDesk['open'];
  readonly read: (...args: Parameters<ImportDesk['read']>) => Promise<ReturnType<ImportDesk['read']>>;
  readonly bad: (...args: Parameters<ImportDesk['bad']>) => Promise<ReturnType<ImportDesk['bad']>>;
  readonly badCsv: () => Promise<string>;
  readonly part: (...args: Parameters<ImportDesk['part']>) => Promise<ReturnType<ImportDesk['part']>>;
}

type Step = keyof ImportDesk;
type Question = { readonly id: number; readonly step: Step; readonly args: readonly unknown[] };
type Answer =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/** What a worker and its page have of each other. */
interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

const BROKE_DOWN = 'The file could not be read. It may be larger than this computer’s memory allows.';
/** A page is told no more often than it can show. */
const PROGRESS_EVERY_MS = 50;

/** Answers the page's questions to a desk, one after another. */
export function serveDesk(port: Port, desk: ImportDesk): void {
  let before: Promise<void> = Promise.resolve();
  const answer = async ({ id, step, args }: Question): Promise<void> => {
    try {
      port.postMessage({ id, value: await take(port, desk, { id, step, args }) } satisfies Answer);
    } catch (error) {
      const message = error instanceof PlainError ? error.message : BROKE_DOWN;
      port.postMessage({ id, error: message } satisfies Answer);
    }
  };
  port.onmessage = ({ data }: MessageEvent<Question>) => {
    before = before.then(() => answer(data));
  };
}

function take(port: Port, desk: ImportDesk, { id, step, args }: Question): unknown {
  if (step !== 'read') return (desk[step] as (...args: readonly unknown[]) => unknown)(...args);
  let told = 0;
  return desk.read(args[0] as Parameters<ImportDesk['read']>[0], (progress) => {
    if (Date.now() - told < PROGRESS_EVERY_MS) return;
    told = Date.now();
    port.postMessage({ id, progress } satisfies Answer);
  });
}

/** The desk at the other end of a port. A step rejects with one plain sentence; `broken` ends every step that is under way. */
export function farDesk(port: Port): { desk: FarDesk; broken: () => void } {
  const waiting = new Map<
    number,
    {
      resolve: (value: never) => void;
      reject: (error: Error) => void;
      progress?: ((done: number) => void) | undefined;
    }
  >();
  let asked = 0;
  port.onmessage = ({ data }: MessageEvent<Answer>) => {
    const step = waiting.get(data.id);
    if (!step) return;
    if ('progress' in data) {
      step.progress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if ('error' in data) step.reject(new PlainError(data.error));
    else step.resolve(data.value as never);
  };
  const ask = <T>(step: Step, args: readonly unknown[], progress?: (done: number) => void): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve, reject, progress });
      port.postMessage({ id, step, args } satisfies Question);
    });
  const desk: FarDesk = {
    open: (...args) => ask('open', args),
    read: (layout, onProgress) => ask('read', [layout], onProgress),
    bad: (...args) => ask('bad', args),
    badCsv: () => ask('badCsv', []),
    part: (...args) => ask('part', args),
  };
  const broken = () => {
    for (const { reject } of waiting.values()) reject(new PlainError(BROKE_DOWN));
    waiting.clear();
  };
  return { desk, broken };
}
