import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** What a page with a register is given as it loads. Nearly all of it runs at once. */
const AT_LOAD = ['register.js', 'readers.js', 'overlay.js'];

/** What the content script of a page fetches when the page needs it: `entrypoints/register/bring.ts`. */
const FETCHED = ['readers.js', 'overlay.js', 'setup.js', 'why-card.js', 'late.js', 'amend.js'];

/** Has the browser compile these scripts in one go; function by function, as they are called, it reads most of them twice. */
const compiledWhole = {
  name: 'compiled-whole',
  generateBundle(_: unknown, bundle: Record<string, { fileName: string; code?: string }>) {
    for (const chunk of Object.values(bundle))
      if (AT_LOAD.includes(chunk.fileName)) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
  },
};

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [preact(), compiledWhole] }),
  manifest: ({ browser }) => ({
    name: 'Registerwise',
    description: 'Checks on attendance registers, in the page, as the mark is made.',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // One background would carry marks from private windows into what is kept; one of their own would find nothing kept, and call it lost.
    incognito: 'not_allowed',
    commands: {
      'switch-counts': {
        suggested_key: { default: 'Alt+Shift+C' },
        description: 'Show or hide counts on the register in front',
      },
    },
    // Named anew in each run of the browser, so that no page can ask whether they are there; content scripts of ours can all the same.
    web_accessible_resources: [{ resources: FETCHED, matches: ['<all_urls>'], use_dynamic_url: true }],
    content_security_policy: {
      extension_pages: "default-src 'self'; connect-src 'self'; object-src 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'registerwise@registerwise.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          storage: { managed_schema: 'managed-schema.json' },
          // Fixes the extension's id, so that school IT and tests can name it. Only the public half exists here.
          key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAttejEeNqUxwRwkxEd8rQ8+eWfZQlVBQkdODEbdupTEmQ8hl/doqmaMsdWVoa56q8EZt5BDaBGCVtkqIQV8my3EXqEuZeGQsqUq9jMgRWFEdxCQddVfbBG9z7xX43wDMP+E7uQVL7yg7jfzYPXPpSfCVqRfEhQyuuVzda1uWi7oHqL5zvCu30rsLOIp9PTOIzfXNaBLUYpLkaiCVNiCkGOK04n2LC/gq+76D0QUG+lckEzO8UxgSEdZJjOhf6tAjNjcv9OUt8N+XLkMscfWFF+oaUAYCcQxduFTfpXthdszjZoZhjC5mxIAt/fn5oz6C+kqPvjB7rrNb8Xii12ep+uQIDAQAB',
        }),
  }),
});
