import { once } from 'node:events';
import { answerLine } from './answer.ts';

/** Lines of a stream, split at line feeds alone, so that no other separator inside a JSON string cuts a line. */
async function* lines(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  yield rest + decoder.decode();
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

for await (const line of lines(process.stdin)) {
  if (line.trim() === '') continue;
  if (!process.stdout.write(`${answerLine(line)}\n`)) await once(process.stdout, 'drain');
}
