import { defineConfig } from "vitest/config";

/** The tests that the mutations of the formula language run against: all but the long walks of chance. */
export default defineConfig({
  test: {
    include: ["src/pricing/formula/*.spec.ts"],
    exclude: ["**/fuzz.spec.ts", "**/property.spec.ts"],
    testTimeout: 30_000,
  },
});
