import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "phone/src/**/*.spec.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What is waited for may take its time on a slow machine; only what never comes fails.
    expect: { poll: { timeout: 20_000 } },
  },
});
