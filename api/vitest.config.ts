import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

const require = createRequire(import.meta.url);

export default defineConfig({
  oxc: {
    decorator: { legacy: true, emitDecoratorMetadata: true },
    assumptions: { setPublicClassFields: true },
  },
  // Vite would read graphql's .mjs while the libraries read its .js: two copies, whose types don't know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve("graphql") }] },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.spec.ts"] } },
      {
        extends: true,
        test: {
          name: "api",
          include: ["test/**/*.test.ts"],
          setupFiles: ["test/kit/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
