#!/usr/bin/env node
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sandboxBeside } from "./sandbox.mjs";
import { readmePictures, screenPages } from "./screens-pages.mjs";
import { showPhones } from "./screens-phones.mjs";
import { buildApi, buildSandbox, buildWebs, install, root } from "./steps.mjs";
import { prepareSystem } from "./test-system.mjs";

/**
 * `npm run screens`: the pages of each app at 390 and 1440 px into `screens/` (ignored by git), from a demo of its own.
 * `-- shop` or `-- admin orders` limits it to an app, or to pages whose name contains a text. `-- --readme` makes the
 * README's pictures in docs/images instead.
 */
const forReadme = process.argv.includes("--readme");
const [onlyApp, onlyName] = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const { chromium: browserPath, missing } = await prepareSystem();
if (!browserPath) {
  console.error(missing.join("\n"));
  process.exit(1);
}
await install();
await buildApi();
await buildSandbox();
await buildWebs();
const { chromium } = createRequire(join(root, "e2e/package.json"))("@playwright/test");
const sharp = createRequire(join(root, "api/package.json"))("sharp");
const folder = mkdtempSync(join(tmpdir(), "kaidan-screens-"));
const port = Number(process.env.PORT ?? 4390);
const url = `http://127.0.0.1:${port}`;
const dataDir = join(folder, "data");
const sandbox = await sandboxBeside({ apiPort: port, port: "0", dataDir });
const server = spawn(process.execPath, ["api/dist/try-it.js"], {
  cwd: root,
  env: { ...process.env, ...sandbox?.env, DATA_DIR: dataDir, PORT: String(port), WEBS_DIR: root, LOG_LEVEL: "error" },
  stdio: ["ignore", "ignore", "inherit"],
});
const browser = await chromium.launch({
  executablePath: browserPath,
  args: [
    "--disable-background-networking",
    "--no-first-run",
    "--lang=zh-CN",
    "--disable-sync",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ],
});
try {
  await untilReady();
  for (const app of await screenPages(ask)) {
    if (onlyApp && app.name !== onlyApp) continue;
    for (const width of [390, 1440]) await (forReadme ? illustrate(app, width) : shoot(app, width));
  }
  if (sandbox && (!onlyApp || onlyApp === "phones")) await shootPhones();
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await sandbox?.stop();
  await new Promise((done) => (server.exitCode === null ? server.once("exit", done) : done()));
  rmSync(folder, { recursive: true, force: true });
}

async function shoot(app, width) {
  const into = join(root, "screens", app.name);
  mkdirSync(into, { recursive: true });
  const context = await newContext(width);
  const page = await context.newPage();
  const wanted = ([name]) => !onlyName || name.includes(onlyName);
  for (const each of app.open.filter(wanted)) await picture(page, each, into, width);
  await signIn(context, app);
  for (const each of app.own.filter(wanted)) await picture(page, each, into, width);
  await context.close();
  console.log(`  ${app.name} at ${width} px`);
}

/** The simulated phones, with a customer's chat on the first. */
async function shootPhones() {
  const context = await newContext(1440);
  await signIn(context, { name: "shop", login: "lin@demo.kaidan" });
  const person = (query) => askAs(context, "shop", query);
  const page = await context.newPage();
  await showPhones({ page, person, sandbox });
  const shot = await page.screenshot();
  if (forReadme) await sharp(shot).webp({ quality: 82 }).toFile(join(root, "docs/images/phones.webp"));
  else {
    mkdirSync(join(root, "screens/phones"), { recursive: true });
    await sharp(shot).toFile(join(root, "screens/phones/phones-1440.png"));
  }
  await context.close();
  console.log("  phones");
}

/** The README's pictures: what a person sees first, small enough to load at once. */
async function illustrate(app, width) {
  const context = await newContext(width);
  await signIn(context, app);
  const page = await context.newPage();
  for (const [name, wide, file] of readmePictures[app.name]) {
    if (wide !== width) continue;
    const [, path] = [...app.open, ...app.own].find((each) => each[0] === name);
    await show(page, path);
    const shot = await page.screenshot();
    await sharp(shot)
      .webp({ quality: 82 })
      .toFile(join(root, "docs/images", `${file}.webp`));
    console.log(`  ${file}`);
  }
  await context.close();
}

function newContext(width) {
  return browser.newContext({
    baseURL: url,
    viewport: { width, height: viewHeight(width) },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    ...(width === 390 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
}

async function show(page, path) {
  await page.goto(path);
  await page.getByRole("main").getByRole("heading").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  await page.waitForLoadState("networkidle");
}

async function picture(page, [name, path], into, width) {
  await show(page, path);
  // As tall as its content: what sticks to the bottom is there, and no picture waits to be scrolled to.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, viewHeight(width)) });
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || !image.checkVisibility()));
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(into, `${name}-${width}.png`) });
  await page.setViewportSize({ width, height: viewHeight(width) });
}

function viewHeight(width) {
  return width === 390 ? 844 : 900;
}

async function signIn(context, app) {
  const query = "mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }";
  const answer = await context.request.post("/graphql", {
    headers: { "x-kaidan-app": app.name },
    data: { query, variables: { input: { login: app.login, password: "kaidan-demo-1" } } },
  });
  const { data, errors } = await answer.json();
  if (errors || data.signIn.userErrors.length > 0) throw new Error(`${app.login} can't sign in.`);
}

async function ask(app, login, query) {
  const context = await browser.newContext({ baseURL: url });
  if (login) await signIn(context, { name: app, login });
  const data = await askAs(context, app, query);
  await context.close();
  return data;
}

async function askAs(context, app, query) {
  const answer = await context.request.post("/graphql", { headers: { "x-kaidan-app": app }, data: { query } });
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
