import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildHttp } from "../src/http/http.js";
import { emptyFolder } from "./kit/platform.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let http: FastifyInstance;
let folder: string;

beforeAll(async () => {
  world = await openWorld();
  folder = emptyFolder();
  for (const web of ["web-shop", "web-admin"]) {
    mkdirSync(join(folder, web, "dist", "assets"), { recursive: true });
    writeFileSync(join(folder, web, "dist", "index.html"), `<title>${web}</title>`);
    writeFileSync(join(folder, web, "dist", "assets", "page-1.js"), "export {};");
  }
  http = await buildHttp(world.server.platform, folder);
});
afterAll(async () => {
  await http.close();
  await world.close();
});

const get = (url: string, host = "shop.example") => http.inject({ method: "GET", url, headers: { host } });
const directive = (policy: unknown, name: string): string | undefined =>
  String(policy)
    .split("; ")
    .find((part) => part.startsWith(`${name} `));

describe("the pages of the webs", () => {
  it.each(["/", "/o/some-order", "/admin/", "/admin/orders", "/assets/page-1.js"])(
    "at %s talk to their own host only, by socket too",
    async (url) => {
      const { headers } = await get(url);
      const policy = headers["content-security-policy"];
      expect(directive(policy, "connect-src")).toBe("connect-src 'self' ws://shop.example wss://shop.example");
      expect(directive(policy, "default-src")).toBe("default-src 'self'");
      expect(headers["x-frame-options"]).toBe("DENY");
    },
  );

  it("may be shown in a frame by the simulated phone that is configured, and by nobody else", async () => {
    expect(directive((await get("/")).headers["content-security-policy"], "frame-ancestors")).toBe(
      "frame-ancestors 'none'",
    );
    const { platform } = world.server;
    const config = { ...platform.config, phoneUrl: "http://127.0.0.1:4010/#phone" };
    const framed = await buildHttp({ ...platform, config }, folder);
    for (const url of ["/", "/admin/orders"]) {
      const { headers } = await framed.inject({ method: "GET", url });
      const ancestors = directive(headers["content-security-policy"], "frame-ancestors");
      expect([ancestors, headers["x-frame-options"]]).toEqual(["frame-ancestors http://127.0.0.1:4010", undefined]);
    }
    await framed.close();
  });

  it("name no host that is none", async () => {
    for (const host of ["evil.example; script-src *", "a b", "*"]) {
      const { headers } = await get("/", host);
      expect(directive(headers["content-security-policy"], "connect-src")).toBe("connect-src 'self'");
    }
    const { headers } = await get("/", "[::1]:3000");
    const sockets = "connect-src 'self' ws://[::1]:3000 wss://[::1]:3000";
    expect(directive(headers["content-security-policy"], "connect-src")).toBe(sockets);
  });

  it("are asked for anew each time, their hashed parts never, and a missing part is no page", async () => {
    expect((await get("/admin/orders")).headers["cache-control"]).toBe("no-cache");
    expect((await get("/assets/page-1.js")).headers["cache-control"]).toContain("immutable");
    expect((await get("/assets/page-2.js")).statusCode).toBe(404);
    expect((await get("/admin/assets/page-2.js")).statusCode).toBe(404);
    for (const none of ["/graphql/other", "/api/orders", "/favicon.ico", "/robots.txt?x=1"]) {
      expect((await get(none)).statusCode, none).toBe(404);
    }
    expect((await get("/search?q=v1.2")).statusCode).toBe(200);
  });
});
