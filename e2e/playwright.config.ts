import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const chromium =
  process.env["CHROMIUM_PATH"] || ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const asRoot = process.getuid?.() === 0;

/** Journeys in a real browser. Each worker has a server and a database of its own (world/server.ts). */
export default defineConfig({
  testDir: "journeys",
  globalSetup: "./world/template.ts",
  fullyParallel: false,
  workers: 2,
  // Generous: a slow machine with everything running side by side is late, not wrong.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env["CI"]),
  outputDir: "../test-results/journeys",
  reporter: [
    ["list"],
    ["json", { outputFile: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ?? "../test-results/journeys.json" }],
  ],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    actionTimeout: 30_000,
    // What was done and answered, without pictures: drawing four people's pages doubles a journey's time.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
        ...(asRoot ? ["--no-sandbox"] : []),
      ],
    },
  },
});
