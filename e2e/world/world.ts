import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningSandbox, startSandbox } from "@kaidan/sandbox/start";
import { type Browser, type BrowserContext, test as base, type Page } from "@playwright/test";
import { auditBooks, freePort, type RunningServer, startServer } from "./server.js";

export { expect } from "@playwright/test";

/** The demo, a server of this worker's own, and people with a browser each. */
export interface World {
  readonly url: string;
  /** A new browser of a person: own cookies, own storage. */
  browser(options?: { phone?: boolean; language?: "zh-CN" | "en" }): Promise<BrowserContext>;
  /** A page in a new browser, signed in with a demo account's one tap. */
  signedIn(app: AppName, login: string, options?: { phone?: boolean; language?: "zh-CN" | "en" }): Promise<Page>;
  /** The stand-in for WeChat that the server is connected to. */
  readonly sandbox: RunningSandbox;
  /** Lets hours pass in the server; browsers stay in the present. For journeys with a server of their own (`test.use`). */
  passHours(hours: number): Promise<void>;
  /** Works the books out anew with the auditor's command; answers what it prints. */
  auditBooks(): Promise<string>;
  /** Kills the server without warning and starts it again on the same data and port. */
  crashAndRestart(): Promise<void>;
}

export type AppName = "shop" | "supplier" | "admin";
export const PASSWORD = "kaidan-demo-1";
const paths: Readonly<Record<AppName, string>> = { shop: "/", supplier: "/supplier/", admin: "/admin/" };

/**
 * What a spec file may change with `test.use({ … })`: settings of the server, and how messages between WeChat and the
 * server are sealed.
 */
type Options = { serverEnv: Readonly<Record<string, string>>; messageMode: "plain" | "compat" | "safe" };
type Running = { server: RunningServer; sandbox: RunningSandbox; env: Record<string, string>; dataDir: string };

export const test = base.extend<{ world: World }, Options & { running: Running }>({
  serverEnv: [{}, { option: true, scope: "worker" }],
  messageMode: ["safe", { option: true, scope: "worker" }],
  running: [
    async ({ serverEnv, messageMode }, use) => {
      const folder = mkdtempSync(join(tmpdir(), "kaidan-world-"));
      const dataDir = join(folder, "data");
      cpSync(process.env["KAIDAN_TEMPLATE"] ?? "", dataDir, { recursive: true });
      const port = await freePort();
      const api = `http://127.0.0.1:${port}`;
      const sandbox = await startSandbox({
        dir: join(folder, "sandbox"),
        callback: `${api}/wechat/messages`,
        web: api,
        mode: messageMode,
      });
      const env = { ...sandbox.env, ...serverEnv };
      const running = { server: await startServer({ dataDir, env, port }), sandbox, env, dataDir };
      await use(running);
      await running.server.stop();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  world: async ({ running, browser }, use) => {
    const opened: BrowserContext[] = [];
    const open = async (options: { phone?: boolean; language?: "zh-CN" | "en" } = {}) => {
      const context = await newBrowser(browser, running.server.url, options);
      opened.push(context);
      return context;
    };
    await use({
      url: running.server.url,
      sandbox: running.sandbox,
      browser: open,
      async signedIn(app, login, options) {
        const page = await (await open(options)).newPage();
        await signIn(page, app, login, PASSWORD);
        return page;
      },
      passHours: (hours) => running.server.passTime(hours * 3_600_000),
      auditBooks: () => auditBooks(running.dataDir),
      async crashAndRestart() {
        const port = Number(new URL(running.server.url).port);
        await running.server.stop("SIGKILL");
        running.server = await startServer({ dataDir: running.dataDir, env: running.env, port });
      },
    });
    for (const context of opened) await context.close();
  },
});

function newBrowser(browser: Browser, baseURL: string, options: { phone?: boolean; language?: "zh-CN" | "en" }) {
  return browser.newContext({
    baseURL,
    locale: options.language ?? "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: options.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    ...(options.phone ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  });
}

/** Signs in by typing login and password. */
export async function signIn(page: Page, app: AppName, login: string, password: string): Promise<void> {
  await page.goto(`${paths[app]}sign-in`);
  await page.getByLabel(/邮箱|Email/).fill(login);
  await page.getByLabel(/^(密码|Password)/).fill(password);
  await page.getByRole("button", { name: /^(登录|Sign in)$/ }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}
