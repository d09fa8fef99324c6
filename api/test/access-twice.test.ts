import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Platform } from "../src/platform/platform.js";
import { permissions, type Staff } from "../src/platform/viewer.js";

const src = fileURLToPath(new URL("../src/", import.meta.url));

/** Flows that anybody may begin, or the platform by itself: what they may do hangs on a secret or on the moment. */
const openToAll = new Set([
  "close-inquiry",
  "complete-sign-up",
  "expire-bid",
  "expire-offer",
  "first-administrator",
  "offer-next",
  "price-product",
  "release-ticket",
  "request-password-reset",
  "request-sign-up",
  "route-inquiry",
  "save-supplier-application",
  "set-password-by-link",
  "sign-in",
  "submit-supplier-application",
  "withdraw-supplier-application",
]);

const flows = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".flow.ts"))
  .map((path) => ({ path, text: readFileSync(join(src, path), "utf8") }));
const asking = flows.flatMap(({ path, text }) => {
  const permission = /must\(holds\(viewer, "([\w.]+)"\), "FORBIDDEN"\)/.exec(text)?.[1];
  return permission ? [{ path, permission }] : [];
});

/** Touching anything of it before access was asked fails the flow in another way. */
const untouched = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Error(`The platform's ${String(name)} was used before access was asked.`);
    },
  },
) as Platform;

describe("access is asked a second time by the flows themselves", () => {
  it("of which there are some", () => expect(asking.length).toBeGreaterThan(25));

  it.each(asking)("$path refuses staff who hold everything but $permission", async ({ path, permission }) => {
    const rest = new Set(permissions.filter((other) => other !== permission));
    const viewer: Staff = { kind: "staff", accountId: "a", sessionId: "s", permissions: rest, ip: "127.0.0.1" };
    const module = (await import(pathToFileURL(join(src, path)).href)) as Record<string, unknown>;
    const deeds = Object.values(module).filter((value) => typeof value === "function");
    expect(deeds.length).toBeGreaterThan(0);
    for (const deed of deeds) {
      const refused = (async () => deed(untouched, viewer, {}))();
      await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("leaves no flow that takes any viewer and asks nothing", () => {
    const asks = /holds\(viewer|mayRead\(viewer|viewer\.kind|"(accountId|sessionId)" in viewer|actorOf\(viewer\)/;
    const silent = flows
      .filter(({ text }) => /\b_?viewer: (Viewer|Staff)\b/.test(text) && !asks.test(text))
      .map(({ path }) => path.replace(/^.*\/|\.flow\.ts$/g, ""));
    expect(silent.filter((name) => !openToAll.has(name))).toEqual([]);
  });
});
