import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** Another tool that changes pages, as it runs beside us in a page's own world. */
export interface Neighbour {
  readonly name: string;
  /** Has it run in each page from before the page's first script. */
  readonly start?: (page: Page) => Promise<unknown>;
  /** Starts it on the page as it stands. */
  readonly join?: (page: Page) => Promise<void>;
  /** What it has in the page, which nobody may take from it. */
  readonly nodes: string;
}

const packages = path.resolve('test/hosts/node_modules');
const EMPTY = '/neighbour/empty';

/** Served beside the page's own files: the tools are not the page's, and no page of ours needs to know them. */
async function serve(page: Page): Promise<void> {
  await page.route(`**${EMPTY}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Nothing</title>' }),
  );
  await page.route('**/neighbour/hypothesis/**', (route) => {
    const file = path.join(packages, new URL(route.request().url()).pathname.replace('/neighbour/', ''));
    return fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
}

const darkReader: Neighbour = {
  name: 'Dark Reader',
  nodes: 'style.darkreader, html[data-darkreader-mode]',
  start: (page) => {
    const engine = fs.readFileSync(path.join(packages, 'darkreader/darkreader.js'), 'utf8');
    // There is no element yet to which a style could be added.
    return page.addInitScript(`new MutationObserver((_, waiting) => {
      if (!document.head) return;
      waiting.disconnect();
      ${engine};
      globalThis.DarkReader.enable({});
    }).observe(document, { childList: true, subtree: true })`);
  },
};

const hypothesis: Neighbour = {
  name: 'Hypothesis',
  nodes:
    'hypothesis-sidebar, hypothesis-adder, hypothesis-tooltip, link[rel^=sidebar], script[src*=annotator]',
  async join(page) {
    await serve(page);
    await page.evaluate((empty) => {
      const config = document.createElement('script');
      config.type = 'application/json';
      config.className = 'js-hypothesis-config';
      const apps = { sidebarAppUrl: empty, notebookAppUrl: empty, profileAppUrl: empty };
      config.textContent = JSON.stringify({ assetRoot: '/neighbour/hypothesis/', ...apps });
      document.head.append(config);
    }, EMPTY);
    await page.addScriptTag({ path: path.join(packages, 'hypothesis/build/boot.js') });
    await page.locator('hypothesis-sidebar').waitFor({ state: 'attached' });
  },
};

const translator: Neighbour = {
  name: 'a translator',
  nodes: 'font, html.translated-ltr[lang=fr]',
  join: (page) => page.evaluate(translate),
};

export const neighbours: readonly Neighbour[] = [darkReader, hypothesis, translator];

/**
 * What Google Translate does to a page: each text, and each that comes later, is wrapped in two `font` elements with what it
 * is in another language, and the root is given that language and a class. Runs in the page. Pupils' names stay, as names do.
 */
function translate(): void {
  const WORDS: Readonly<Record<string, string>> = {
    ...{ Pupil: 'Élève', Mark: 'Marque', Register: 'Registre', Comment: 'Commentaire', Session: 'Séance' },
    ...{ Present: 'Présent', Late: 'En retard', Absent: 'Absente', Class: 'Classe', Date: 'Date' },
    ...{ Monday: 'lundi', Tuesday: 'mardi', Wednesday: 'mercredi', Thursday: 'jeudi', Friday: 'vendredi' },
    ...{
      November: 'novembre',
      December: 'décembre',
      minutes: 'minutes',
      Minutes: 'Minutes',
      late: 'de retard',
    },
  };
  const inFrench = (text: string) => text.replace(/[A-Za-z]+/g, (word) => WORDS[word] ?? word);
  const wrap = (text: Text) => {
    const parent = text.parentElement;
    if (!parent || /^(?:SCRIPT|STYLE|FONT|TEXTAREA)$/.test(parent.tagName) || !text.data.trim()) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    for (const font of [outer, inner]) font.style.verticalAlign = 'inherit';
    inner.textContent = inFrench(text.data);
    outer.append(inner);
    text.replaceWith(outer);
  };
  const wrapAll = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = root instanceof Text ? [root] : [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    texts.forEach(wrap);
  };
  document.documentElement.lang = 'fr';
  document.documentElement.classList.add('translated-ltr');
  wrapAll(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(wrapAll);
  }).observe(document.body, { childList: true, subtree: true });
}
