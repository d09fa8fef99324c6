import { fileURLToPath } from "node:url";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The macros look for a Lingui configuration from the working directory on; tests may run from anywhere.
process.env.LINGUI_CONFIG ??= fileURLToPath(new URL("../web-shop/lingui.config.ts", import.meta.url));

// One set of web tests for the kit and the three apps: jsdom, Lingui macros, Chinese as written in the source.
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  plugins: [
    react(),
    babel({
      include: /[\\/]web-[a-z]+[\\/]src[\\/].*\.tsx?$/,
      plugins: ["@lingui/babel-plugin-lingui-macro"],
      parserOpts: { plugins: ["typescript", "jsx"] },
    }),
  ],
  css: { postcss: fileURLToPath(new URL("./vite/postcss", import.meta.url)) },
  test: {
    environment: "jsdom",
    include: ["web-*/src/**/*.spec.{ts,tsx}"],
    setupFiles: [fileURLToPath(new URL("./src/testing/setup.tsx", import.meta.url))],
    restoreMocks: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
