import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'],
    // Child processes, browsers and crash tests take their time on a small machine; no test asserts how long it took.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
