#!/usr/bin/env node
import "./check-node.mjs";
import { buildApi, buildWebs, install } from "./steps.mjs";

/** `npm run build`: the API and the three apps, for production. */
await install();
await buildApi();
await buildWebs();
