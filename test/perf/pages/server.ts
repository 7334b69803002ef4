import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { manyPupils, renderPlain } from '../../pages/plain/render.mjs';
import { pupils } from '../../pages/pupils.mjs';

/** What decorates the page besides the page itself. The extension is no part of it: that depends on the address. */
export type Peer = 'none' | 'darkreader' | 'hypothesis';

const HEAD: Readonly<Record<Peer, string>> = {
  none: '',
  darkreader: '<script src="/peers/darkreader/darkreader.js"></script><script>DarkReader.enable({})</script>',
  hypothesis: `<script type="application/json" class="js-hypothesis-config">${JSON.stringify({
    assetRoot: '/peers/hypothesis/',
    sidebarAppUrl: '/empty',
    notebookAppUrl: '/empty',
    profileAppUrl: '/empty',
  })}</script><script src="/peers/hypothesis/build/boot.js"></script>`,
};

/** The same register with each peer in turn: `/register?rows=30&peer=none`. */
export function startServer(peers: string, date: string): Promise<{ port: number; close: () => void }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/register') {
      const rows = Number(url.searchParams.get('rows'));
      const peer = url.searchParams.get('peer') as Peer;
      const page = renderPlain({ pupils: manyPupils(pupils, rows), date });
      response.setHeader('content-type', 'text/html');
      return response.end(page.replace('</head>', `${HEAD[peer]}</head>`));
    }
    const file = path.join(peers, 'node_modules', url.pathname.replace('/peers/', ''));
    const asked = url.pathname.startsWith('/peers/') && file.startsWith(peers) && fs.existsSync(file);
    response.setHeader(
      'content-type',
      file.endsWith('.css') ? 'text/css' : asked ? 'text/javascript' : 'text/html',
    );
    response.end(asked ? fs.readFileSync(file) : '<!doctype html><title>Nothing</title>');
  });
  return new Promise((ready) => {
    server.listen(0, () =>
      ready({ port: (server.address() as AddressInfo).port, close: () => server.close() }),
    );
  });
}
