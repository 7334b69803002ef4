import { labelOf } from './codes.mjs';
import { monday, written } from './dates.mjs';

/** Text as HTML. */
export const html = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** The address of the same page, changed. */
export function href(view, changes, path = '') {
  const query = new URLSearchParams({ ...view.query, ...changes });
  return `${path}?${query}`;
}

/** The choices of a drop-down; values are the system's own numbers where it shows names. */
export function options({ codes, labels }, chosen) {
  const one = (code) =>
    `<option value="${html(sentFor(code, labels))}"${code === chosen ? ' selected' : ''}>${html(labelOf(code, labels))}</option>`;
  return `<option value=""></option>${codes.map(one).join('')}`;
}

/** What a form sends for a code. */
export const sentFor = (code, labels) => (labels === 'words' ? String(40 + code.charCodeAt(0)) : code);

/** A whole page: what every system has around its register, and the state for the page's script. */
export function page(view, { title, head = '', body, script }) {
  const state = JSON.stringify(view).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${html(title)}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body{font:14px/1.4 system-ui,sans-serif;margin:0}.top,.foot{display:flex;gap:1.5rem;padding:.5rem 1rem;background:#eef1f6}main{padding:1rem}
table{border-collapse:collapse}.visually-hidden{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}</style>
${head}<script>window.__state=${state}</script></head>
<body><header class="top"><strong>Elmbridge Primary School</strong><nav><a href="#home">Home</a> <a href="#registers">Registers</a> <a href="#behaviour">Behaviour</a></nav>
<span>Week beginning ${written.uk(monday(view.date))}</span><span>Autumn term 2026</span><span>Mr D Hughes</span></header>
<main>${body}</main>
<footer class="foot"><span>Last saved 19/11/2026 15:42</span><span>Version 26.11.3</span><span>Statutory return due 01/12/2026</span></footer>
${script ? `<script type="module" src="${script}"></script>` : ''}</body></html>
`;
}
