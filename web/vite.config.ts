import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The server puts a fresh nonce in place of this word in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  // Nothing as data: URLs, which the content security policy refuses.
  build: { assetsDir: 'assets', assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 700 },
  server: { proxy: { '/api': process.env.HOUSECALL_API ?? 'http://localhost:8080' } },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/testing/setup.ts'],
    // A zone nobody develops in, so that a forgotten zone shows.
    env: { TZ: 'Pacific/Chatham' },
    testTimeout: 20_000,
  },
});
