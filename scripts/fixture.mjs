// fixture.mjs <address or saved page> <system>/<version>/<page>: makes a test page with nobody in it, and what is read of it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findBrowser } from './find-browser.mjs';
import { doubtsIn } from './fixture/doubts.mjs';
import { fromBrowser, fromFile } from './fixture/live.mjs';
import { inWorkshop } from './fixture/workshop.mjs';

const USAGE = `Say what to make a fixture of, and where it goes:
  npm run fixture -- https://school.example/register system/version/page
  npm run fixture -- saved-page.html system/version/page --url https://school.example/register
    --frame TEXT     the frame whose address holds TEXT
    --profile DIR    a browser profile to sign in with, kept afterwards
    --keep WORD,WORD words of the page that are nobody's`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    frame: { type: 'string' },
    profile: { type: 'string' },
    keep: { type: 'string' },
    url: { type: 'string' },
  },
});
const [source, place] = positionals;

try {
  if (!(source && /^[\w.-]+\/[\w.-]+\/[\w.-]+$/.test(place ?? ''))) throw new Error(USAGE);
  await make(source, place);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function make(from, to) {
  const folder = fileURLToPath(new URL(`../test/pages/${to}/`, import.meta.url));
  if (fs.existsSync(folder)) throw new Error(`There is a fixture already: ${path.relative('.', folder)}`);
  const browser = await findBrowser();
  const page = /^https?:/.test(from)
    ? await fromBrowser(chromium, browser, { ...values, address: from })
    : fromFile(from, values.url);
  await inWorkshop(chromium, browser, async ({ scrub, read }) => {
    const keep = (values.keep ?? '').split(',').filter(Boolean);
    const thisYear = new Date().getFullYear();
    const made = await scrub(page.html, { keep, thisYear, address: page.address });
    const address = `https://${to.split('/')[0].replaceAll(/[^\w-]/g, '-')}.example.test${made.address}`;
    const doubts = [...doubtsIn(made.html, made.replaced), ...doubtsIn(made.address, made.replaced)];
    if (doubts.length > 0)
      throw new Error(
        `No fixture was made, because somebody may still be in it:\n${doubts.map((each) => `  - ${each}`).join('\n')}`,
      );
    const expected = {
      unreviewed: 'Compare every line with the page, then take this line out.',
      ...(await read(made.html, address)),
    };
    const about = { title: 'Say what this page shows', url: address };
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'page.html'), made.html);
    for (const [name, content] of Object.entries({ about, expected }))
      fs.writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
    console.log(
      `Made ${path.relative('.', folder)}. Now look through it, word by word, before it goes anywhere.`,
    );
    console.log(`Names of classes and fields that were left as they are: ${made.left.join(', ') || 'none'}.`);
  });
}
