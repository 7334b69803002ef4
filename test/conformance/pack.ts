import { readdirSync, readFileSync } from 'node:fs';
import type { ConformanceLine } from './compare.ts';

const folder = new URL('./', import.meta.url);

/** Every file of the pack with its lines, by name without the ending. */
export const pack: readonly { readonly name: string; readonly lines: readonly ConformanceLine[] }[] =
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => ({
      name: file.replace('.jsonl', ''),
      lines: readFileSync(new URL(file, folder), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as ConformanceLine),
    }));
