import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  // The built-in policies lie beside the script, so that a page loads the one it needs.
  publicDir: 'rules/policy/profiles',
  plugins: [preact()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: '.output/widget',
    target: 'es2022',
    lib: {
      entry: 'widget/index.ts',
      name: 'Registerwise',
      formats: ['es', 'iife'],
      fileName: (format) => (format === 'es' ? 'registerwise.js' : 'registerwise.iife.js'),
    },
  },
});
