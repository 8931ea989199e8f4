import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'],
    // Much of the time a test waits for processes that it started: one worker a core leaves none idle.
    maxWorkers: '100%',
    // Hundreds of times the program is started anew: from compiled code it starts in half the time.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
    // Child processes, browsers and crash tests take their time on a small machine; no test asserts how long it took.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
