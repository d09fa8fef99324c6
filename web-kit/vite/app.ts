import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/** The API a development server forwards to; the built apps are served by the API itself. */
const api = "http://127.0.0.1:4000";

const proxy = {
  "/graphql": { target: api, ws: true },
  "/upload": { target: api },
  "/files": { target: api },
  "/demo": { target: api },
  "/test-channel": { target: api },
};

const postcss = fileURLToPath(new URL("./postcss", import.meta.url));

/**
 * The one Vite configuration of the three apps: React, Lingui macros and catalogs, the browsers WeChat ships,
 * and long-cached vendor chunks. A production build fails when an English sentence is missing.
 */
export function appConfig({ base, port }: { base: string; port: number }) {
  return defineConfig(({ command, mode }) => ({
    base,
    plugins: [
      react(),
      lingui({ failOnMissing: command === "build" && mode === "production" }),
      babel({
        include: /[\\/]web-[a-z]+[\\/]src[\\/].*\.tsx?$/,
        plugins: ["@lingui/babel-plugin-lingui-macro"],
        parserOpts: { plugins: ["typescript", "jsx"] },
      }),
    ],
    // rxjs keeps its build for today's browsers behind this condition; the default one is ES5 with helpers.
    resolve: { conditions: ["es2015", ...defaultClientConditions] },
    css: { postcss },
    build: {
      target: ["chrome107", "safari15.4"],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: "v-react", test: /node_modules\/(react|react-dom|scheduler)\// },
              { name: "v-apollo", test: /node_modules\/(@apollo\/client|graphql|rxjs|@wry|optimism|tslib)\// },
              { name: "v-router", test: /node_modules\/@tanstack\// },
              // Icons and domain components are small and shared by many pages: one file each instead of thirty.
              // Not those that bring Mantine along, or every first page would load it.
              { name: "icons", test: /node_modules\/lucide-react\//, minShareCount: 5 },
              {
                name: "kit",
                test: /web-kit\/src\/(format|vocabulary|ui\/(?!LoadMore|\w+Dialog|ColorSchemeSwitch))/,
                minShareCount: 6,
              },
              // What the shop's shelves and product pages share.
              {
                name: "shelf",
                test: /web-shop\/src\/features\/shelf\/(Product|City|Category|ground)/,
                minShareCount: 2,
              },
            ],
          },
        },
      },
    },
    server: { host: "127.0.0.1", port, strictPort: true, proxy },
    preview: { host: "127.0.0.1", port, proxy },
  }));
}
