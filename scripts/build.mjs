#!/usr/bin/env node
import "./check-node.mjs";
import { buildApi, buildSandbox, buildWebs, install } from "./steps.mjs";

/** `npm run build`: the API, the sandbox and the three apps. */
await install();
await buildApi();
await buildSandbox();
await buildWebs();
