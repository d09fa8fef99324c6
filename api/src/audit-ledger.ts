import "reflect-metadata";
import { auditLedger } from "./payments/audit-ledger.flow.js";
import { readConfig } from "./platform/config.js";
import { buildServer } from "./server.js";
import { tellAndExit } from "./tell.js";

/**
 * `npm run audit-ledger`: works the books out anew from their postings and prints every difference, or that there is none.
 * Ends with 1 when there is one.
 */
async function main(): Promise<void> {
  const server = await buildServer(readConfig({ LOG_LEVEL: "fatal", ...process.env }));
  try {
    const { transactions, orders, differences } = await auditLedger(server.platform);
    for (const difference of differences) console.log(difference);
    console.log(`Differences: ${differences.length === 0 ? "none" : differences.length}.`);
    console.log(`Read ${transactions} transactions and ${orders} orders.`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

main().catch(tellAndExit);
