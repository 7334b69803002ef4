// npm run shots: a picture of every state of the overlay, in shots/, with a sheet of them all in shots/index.html. `npm run shots kept`
// makes those alone whose name says so.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root, stop } from './ready.mjs';

const out = path.join(root, 'shots');
const wanted = process.argv.slice(2);

console.log('Building the extension…');
const built = spawnSync('wxt build', { cwd: root, shell: true, encoding: 'utf8' });
if (built.status !== 0) stop(`${built.stdout}${built.stderr}\nThe extension does not build: see above.`);

if (wanted.length === 0) fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
const words = ['test', '-c', 'test/shots', ...(wanted.length > 0 ? ['-g', wanted.join(' ')] : [])];
const done = spawnSync(path.join(root, 'node_modules/.bin/playwright'), words, {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = done.status ?? 1;

const pictures = fs.readdirSync(out).filter((file) => file.endsWith('.png'));
const figure = (file) => {
  const [page, state, look] = file.replace('.png', '').split('--');
  return `<figure><a href="${file}"><img src="${file}" alt=""></a><figcaption>${page}: ${state}, ${look}</figcaption></figure>`;
};
fs.writeFileSync(
  path.join(out, 'index.html'),
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>The overlay in pictures</title>
<style>body{font:14px sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(600px,1fr));gap:24px}
figure{margin:0}img{max-width:100%;border:1px solid #999}</style>
${pictures.map(figure).join('\n')}</html>\n`,
);
console.log(`${pictures.length} pictures are in ${out}; index.html shows them all.`);
