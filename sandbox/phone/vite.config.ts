import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * The phone page. Built, the sandbox's control server serves it at `/`; in development it asks a sandbox that runs on
 * its usual port, so both have one origin and the control API needs no token.
 */
export default defineConfig({
  base: "/",
  plugins: [react()],
  build: {
    target: ["chrome110", "firefox121", "safari16.4"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    host: "127.0.0.1",
    port: 5176,
    strictPort: true,
    proxy: { "/control": { target: "http://127.0.0.1:4010" } },
  },
});
