import { createServer } from "node:net";
import { fillOnce } from "./demo/demo-folder.js";
import { seedDemo } from "./demo/seed.js";
import { firstAdministrator } from "./identity/first-administrator.flow.js";
import { type Config, readConfig } from "./platform/config.js";
import { readSetting } from "./platform/settings.js";
import { buildServer, type Server } from "./server.js";
import { tellAndExit } from "./tell.js";

/**
 * What `npm start` runs: migrates, fills an empty embedded database with the demo (unless `--empty`), serves everything
 * on one port and says where and who.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  await portIsFree(config);
  if (!config.databaseUrl && !process.argv.includes("--empty")) await fillOnce(config.dataDir, seed);
  const server = await buildServer(config, { migrate: true, websDir: process.env["WEBS_DIR"] || undefined });
  const address = (await server.start()).replace("0.0.0.0", "127.0.0.1");
  await announce(server, address);
  stopOnSignals(server);
}

/** Fails as listening would, before minutes are spent on the demo. */
function portIsFree({ port, host }: Config): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

async function seed(dataDir: string): Promise<void> {
  process.stdout.write("  making the demo (suppliers, products, orders in every state) … ");
  const from = Date.now();
  await seedDemo(readConfig({ ...process.env, DATA_DIR: dataDir, LOG_LEVEL: "silent" }), Date.now());
  process.stdout.write(`${((Date.now() - from) / 1_000).toFixed(1)} s\n`);
}

async function announce(server: Server, address: string): Promise<void> {
  const { phoneUrl } = server.platform.config;
  const lines = [
    "",
    `  商城 Shop       ${address}/`,
    `  服务商 Supplier ${address}/supplier/`,
    `  后台 Admin      ${address}/admin/`,
    `  GraphQL         ${address}/graphql`,
    ...(phoneUrl ? [`  模拟手机 Phones ${phoneUrl}`] : []),
  ];
  const stored = await readSetting(server.platform.database.read, "demoAccounts");
  if (stored) {
    const accounts = JSON.parse(stored) as { app: string; role: string; login: string; password: string }[];
    lines.push("", "  演示账号 Demo accounts (one tap on each sign-in page; letters and codes: /demo/mailbox)");
    for (const { app, role, login, password } of accounts) {
      lines.push(`    ${app.padEnd(9)}${login.padEnd(28)}${password.padEnd(16)}${role}`);
    }
  } else {
    const link = await firstAdministrator(server.platform, address);
    if (link) lines.push("", `  First administrator, set your password here (works once, 7 days):`, `    ${link}`);
  }
  lines.push(
    "",
    "  One origin serves all three apps here, which is handy to try; in production give each its own host name.",
    "  Ctrl-C stops.",
    "",
  );
  console.log(lines.join("\n"));
}

function stopOnSignals(server: Server): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

main().catch(tellAndExit);
