import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

const require = createRequire(import.meta.url);

const replacing = "test/numbers.test.ts";
const api = {
  include: ["test/**/*.test.ts"],
  setupFiles: ["test/kit/setup.ts"],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What is waited for may take its time on a slow machine; only what never comes fails.
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  oxc: {
    decorator: { legacy: true, emitDecoratorMetadata: true },
    assumptions: { setPublicClassFields: true },
  },
  // Vite would read graphql's .mjs while the libraries read its .js: two copies, whose types don't know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve("graphql") }] },
  test: {
    // A test spends half its time in the database: one worker per core keeps both busy.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["src/**/*.spec.ts", "test/**/*.spec.ts"], testTimeout: 30_000 },
      },
      // Every test opens a world of its own, so files may share the loaded modules: loading them took half the time.
      { extends: true, test: { ...api, name: "api", exclude: [replacing], isolate: false } },
      // Replaces a module, which the others must not see.
      { extends: true, test: { ...api, name: "api-replaced", include: [replacing] } },
    ],
  },
});
