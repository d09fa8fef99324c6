#!/usr/bin/env node
import "./check-node.mjs";
import { install } from "./steps.mjs";
import { runSuites } from "./test-suites.mjs";
import { prepareSystem } from "./test-system.mjs";

/**
 * `npm test`: everything that must pass, with all set-up. On Debian as root it installs what is missing (MariaDB,
 * Chromium, Chinese fonts); elsewhere it says what to install and, loudly, what it skipped. Ends with one plain line.
 */
const system = await prepareSystem();
await install();
const { passed, failed, skipped } = await runSuites(system);
for (const line of system.missing) console.log(`\n!! SKIPPED: ${line}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 ? 1 : 0);
