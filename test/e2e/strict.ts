import type { BrowserContext } from '@playwright/test';
import { renderPlain } from '../pages/plain/render.mjs';
import { pupils } from '../pages/pupils.mjs';
import { schoolDay } from './school.ts';

/** All that a page can forbid and still show a register: no script, no style but its own file, no text made into markup. */
const POLICY = [
  ...[
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ],
  ...["require-trusted-types-for 'script'", "trusted-types 'none'"],
].join('; ');

const STYLE =
  'body{font:15px system-ui}td,th{border:1px solid #ccd;padding:5px 10px}iframe{width:900px;height:500px}';

const register = renderPlain({ pupils, date: schoolDay })
  .replace(
    /<style>[\s\S]*?<\/style>/,
    '<link rel="stylesheet" href="/strict/page.css"><link rel="icon" href="data:,">',
  )
  .replace(/<script>[\s\S]*?<\/script>/g, '');

/** How a page can hold another in a frame, by the frame's `sandbox`; null for no sandbox. */
export const FRAMES = {
  'a frame of the same origin': null,
  'a sandboxed frame that keeps its origin': 'allow-same-origin allow-forms',
  'a sandboxed frame of no origin': 'allow-scripts allow-forms',
} as const;

/** The address of a register in such a frame. */
export const framed = (sandbox: string | null) =>
  `/strict/frame?sandbox=${encodeURIComponent(sandbox ?? '')}`;

/** Serves `/strict/register` and its frames under that policy. */
export async function serveStrict(context: BrowserContext): Promise<void> {
  await context.route('**/strict/**', (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname.endsWith('.css')) return route.fulfill({ contentType: 'text/css', body: STYLE });
    const sandbox = searchParams.get('sandbox');
    const frame = `<iframe title="Register" src="/strict/register"${sandbox ? ` sandbox="${sandbox}"` : ''}></iframe>`;
    const outer = `<!doctype html><html lang="en-GB"><title>School</title><link rel="stylesheet" href="/strict/page.css">${frame}</html>`;
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': POLICY },
      body: pathname.endsWith('/frame') ? outer : register,
    });
  });
}
