#!/usr/bin/env node
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApi, buildWebs, install, root } from "./steps.mjs";
import { prepareSystem } from "./test-system.mjs";

/**
 * `npm run screens`: the main pages of each app at 390 and 1440 px into `screens/` (ignored by git), from a demo of its
 * own. `-- shop` or `-- admin /orders` limits it to an app, or to paths that contain a text.
 */
const [onlyApp, onlyPath] = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const { chromium: browserPath, missing } = await prepareSystem();
if (!browserPath) {
  console.error(missing.join("\n"));
  process.exit(1);
}
await install();
await buildApi();
await buildWebs();
const { chromium } = createRequire(join(root, "e2e/package.json"))("@playwright/test");
const folder = mkdtempSync(join(tmpdir(), "kaidan-screens-"));
const port = Number(process.env.PORT ?? 4390);
const url = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ["api/dist/try-it.js"], {
  cwd: root,
  env: { ...process.env, DATA_DIR: join(folder, "data"), PORT: String(port), WEBS_DIR: root, LOG_LEVEL: "error" },
  stdio: ["ignore", "ignore", "inherit"],
});
const browser = await chromium.launch({
  executablePath: browserPath,
  args: [
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ],
});
try {
  await untilReady();
  for (const app of await apps()) {
    if (onlyApp && app.name !== onlyApp) continue;
    for (const width of [390, 1440]) await shoot(app, width);
  }
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await new Promise((done) => server.once("exit", done));
  rmSync(folder, { recursive: true, force: true });
}

async function shoot(app, width) {
  mkdirSync(join(root, "screens", app.name), { recursive: true });
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    ...(width === 390 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  for (const [name, path, signedIn = true] of app.pages) {
    if (onlyPath && !path.includes(onlyPath)) continue;
    if (signedIn) await signIn(context, app);
    else await context.clearCookies();
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "networkidle" }).catch(() => undefined); // live pages keep a socket open
    await page.screenshot({ path: join(root, "screens", app.name, `${name}-${width}.png`), fullPage: true });
    await page.close();
  }
  await context.close();
  console.log(`  ${app.name} at ${width} px`);
}

async function signIn(context, app) {
  const query = "mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }";
  await context.request.post("/graphql", {
    headers: { "x-kaidan-app": app.name },
    data: { query, variables: { input: { login: app.login, password: "kaidan-demo-1" } } },
  });
}

/** The pages worth looking at, with ids of the demo filled in. */
async function apps() {
  const customer = await asked(
    "shop",
    "lin@demo.kaidan",
    "{ myOrders(first: 50) { nodes { id state nextStep { code } instalments { id state } tickets { id state } } } }",
  );
  const orders = customer.myOrders.nodes;
  const running = orders.find((order) => order.tickets.length > 2) ?? orders[0];
  const toAccept = orders.find((order) => order.nextStep.code === "ACCEPT_WORK") ?? running;
  const toPay = orders.find((order) => order.nextStep.code === "PAY_INSTALMENT") ?? running;
  const payable = toPay.instalments.find((row) => row.state === "DUE") ?? toPay.instalments[0];
  const acceptable = toAccept.tickets.find((ticket) => ticket.state === "PLATFORM_APPROVED") ?? toAccept.tickets[0];
  const work = await asked(
    "supplier",
    "jiangxin@demo.kaidan",
    "{ myOffers { id } myTickets(first: 20) { nodes { id state } } }",
  );
  const ticket = work.myTickets.nodes.find((row) => row.state === "IN_PROGRESS") ?? work.myTickets.nodes[0];
  const staff = await asked(
    "admin",
    "admin@demo.kaidan",
    "{ staffOrders(first: 50) { nodes { id state } } staffSuppliers(first: 5) { nodes { id } } supplierApplications(first: 5) { nodes { id state } } staffProducts(first: 5) { nodes { id } } staffTickets(first: 20) { nodes { id state } } staffServiceItems(first: 3) { nodes { id } } }",
  );
  const busy = staff.staffOrders.nodes.find((order) => order.state === "IN_DELIVERY") ?? staff.staffOrders.nodes[0];
  return [
    {
      name: "shop",
      login: "lin@demo.kaidan",
      pages: [
        ["home", "/", false],
        ["sign-in", "/sign-in", false],
        ["sign-up", "/sign-up", false],
        ["category", "/c/renovation", false],
        ["search", "/search?q=空调清洗", false],
        ["product", "/p/half-package", false],
        ["product-company", "/p/startup-small", false],
        ["orders", "/orders"],
        ["order", `/o/${running.id}`],
        ["order-accept", `/o/${toAccept.id}`],
        ["accept", `/o/${toAccept.id}/accept/${acceptable?.id}`],
        ["pay", `/o/${toPay.id}/pay/${payable.id}`],
        ["me", "/me"],
        ["missing", "/no-such-page", false],
      ],
    },
    {
      name: "supplier",
      login: "jiangxin@demo.kaidan",
      pages: [
        ["sign-in", "/supplier/sign-in", false],
        ["apply", "/supplier/apply", false],
        ["today", "/supplier/"],
        ["offer", `/supplier/offers/${work.myOffers[0]?.id}`],
        ["tickets", "/supplier/tickets"],
        ["ticket", `/supplier/t/${ticket?.id}`],
        ["report", `/supplier/t/${ticket?.id}/report`],
        ["services", "/supplier/services"],
        ["team", "/supplier/team"],
        ["reviews", "/supplier/reviews"],
        ["me", "/supplier/me"],
      ],
    },
    {
      name: "admin",
      login: "admin@demo.kaidan",
      pages: [
        ["sign-in", "/admin/sign-in", false],
        ["dashboard", "/admin/"],
        ["orders", "/admin/orders"],
        ["order", `/admin/orders/${busy.id}`],
        ["payments", "/admin/payments"],
        ["dispatch", "/admin/dispatch"],
        ["tickets", "/admin/tickets"],
        ["ticket", `/admin/tickets/${staff.staffTickets.nodes[0]?.id}`],
        ["progress", "/admin/progress"],
        ["ledger", "/admin/ledger"],
        ["applications", "/admin/applications"],
        ["application", `/admin/applications/${staff.supplierApplications.nodes[0]?.id}`],
        ["suppliers", "/admin/suppliers"],
        ["supplier", `/admin/suppliers/${staff.staffSuppliers.nodes[0]?.id}`],
        ["proposed-services", "/admin/services/proposed"],
        ["items", "/admin/items"],
        ["item", `/admin/items/${staff.staffServiceItems.nodes[0]?.id}`],
        ["products", "/admin/products"],
        ["product", `/admin/products/${staff.staffProducts.nodes[0]?.id}`],
        ["staff", "/admin/staff"],
        ["roles", "/admin/roles"],
        ["api-keys", "/admin/api-keys"],
        ["dead-letters", "/admin/dead-letters"],
      ],
    },
  ];
}

async function asked(app, login, query) {
  const context = await browser.newContext({ baseURL: url });
  await signIn(context, { name: app, login });
  const answer = await context.request.post("/graphql", { headers: { "x-kaidan-app": app }, data: { query } });
  await context.close();
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function untilReady() {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (server.exitCode !== null) throw new Error("The server ended.");
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The server did not get ready.");
}
