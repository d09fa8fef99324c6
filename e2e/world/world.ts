import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, test as base, type Page } from "@playwright/test";
import { type RunningServer, startServer } from "./server.js";

export { expect } from "@playwright/test";

/** The demo, a server of this worker's own, and people with a browser each. */
export interface World {
  readonly url: string;
  /** A new browser of a person: own cookies, own storage. */
  browser(options?: { phone?: boolean; language?: "zh-CN" | "en" }): Promise<BrowserContext>;
  /** A page in a new browser, signed in with a demo account's one tap. */
  signedIn(app: AppName, login: string, options?: { phone?: boolean; language?: "zh-CN" | "en" }): Promise<Page>;
  /** Kills the server without warning and starts it again on the same data and port. */
  crashAndRestart(): Promise<void>;
}

export type AppName = "shop" | "supplier" | "admin";
export const PASSWORD = "kaidan-demo-1";
const paths: Readonly<Record<AppName, string>> = { shop: "/", supplier: "/supplier/", admin: "/admin/" };

/** Settings of the server that a spec file may change with `test.use({ serverEnv: … })`. */
type Options = { serverEnv: Readonly<Record<string, string>> };

export const test = base.extend<{ world: World }, Options & { running: { server: RunningServer; dataDir: string } }>({
  serverEnv: [{}, { option: true, scope: "worker" }],
  running: [
    async ({ serverEnv }, use) => {
      const folder = mkdtempSync(join(tmpdir(), "kaidan-world-"));
      const dataDir = join(folder, "data");
      cpSync(process.env["KAIDAN_TEMPLATE"] ?? "", dataDir, { recursive: true });
      const running = { server: await startServer({ dataDir, env: serverEnv }), dataDir };
      await use(running);
      await running.server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  world: async ({ running, browser, serverEnv }, use) => {
    const opened: BrowserContext[] = [];
    const open = async (options: { phone?: boolean; language?: "zh-CN" | "en" } = {}) => {
      const context = await newBrowser(browser, running.server.url, options);
      opened.push(context);
      return context;
    };
    await use({
      url: running.server.url,
      browser: open,
      async signedIn(app, login, options) {
        const page = await (await open(options)).newPage();
        await signIn(page, app, login, PASSWORD);
        return page;
      },
      async crashAndRestart() {
        const port = Number(new URL(running.server.url).port);
        await running.server.stop("SIGKILL");
        running.server = await startServer({ dataDir: running.dataDir, env: serverEnv, port });
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
