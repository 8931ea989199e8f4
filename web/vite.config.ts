// Builds the desk into web/dist. Nothing is inlined: the Content-Security-Policy that the desk is served with allows
// scripts, styles and fonts of its own origin alone, so a font as a data: address would be refused.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Browsers of the two years before: all have light-dark(), color-mix() and nesting.
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.5'],
    chunkSizeWarningLimit: 900,
  },
});
