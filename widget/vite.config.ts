import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
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
