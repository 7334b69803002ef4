import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { doubtsIn } from '../../../scripts/fixture/doubts.mjs';
import { PUBLISHED, siteTables } from '../../../scripts/site-tables.ts';

const folders = globSync('test/pages/*/*/*/page.html').map((file) => file.slice(0, -'/page.html'.length));

test.each(folders)('%s is whole, was looked through, and has nobody in it', (folder) => {
  for (const name of ['about.json', 'expected.json'])
    expect([name, existsSync(`${folder}/${name}`)]).toEqual([name, true]);
  const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'));
  expect(expected, 'Compare every line with the page, then take out “unreviewed”.').not.toHaveProperty(
    'unreviewed',
  );
  const doubts = doubtsIn(readFileSync(`${folder}/page.html`, 'utf8'), []);
  expect(doubts.filter((doubt) => !doubt.startsWith('a comment'))).toEqual([]);
  const { url } = JSON.parse(readFileSync(`${folder}/about.json`, 'utf8'));
  expect(url).toMatch(/^(?:https:\/\/[\w.-]+\.example\.test\/|chrome-extension:)/);
});

test('the tables of sites are those of the code: npm run sites', () => {
  expect(readFileSync(PUBLISHED, 'utf8')).toBe(siteTables());
});
