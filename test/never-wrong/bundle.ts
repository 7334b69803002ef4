import path from 'node:path';
import { build } from 'vite';

/** The reader and the mutations as one script for a page. */
export async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.resolve('test/hosts/mutations/run.ts'),
        name: 'neverWrong',
        formats: ['iife'],
        fileName: () => 'never-wrong.js',
      },
    },
  });
  const [first] = [built].flat();
  const chunk = first && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The reader could not be bundled.');
  return chunk.code;
}
