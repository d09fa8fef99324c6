import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.test.ts", "phone/src/**/*.spec.ts"], testTimeout: 30_000, hookTimeout: 30_000 },
});
