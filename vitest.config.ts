import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,web,training,bench,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
