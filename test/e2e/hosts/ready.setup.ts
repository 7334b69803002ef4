import { test as setup } from '@playwright/test';
import { readyHosts } from '../../../scripts/hosts.mjs';

setup('the host pages are installed and bundled', async () => {
  setup.setTimeout(300_000);
  await readyHosts();
});
