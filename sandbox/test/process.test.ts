import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSandbox } from "../src/sandbox.js";
import { readSettings, SandboxError } from "../src/settings.js";
import { aFolder, aSandbox } from "./kit/sandbox.js";

test("the settings of the API are in the ready line and, for the owner's eyes alone, in wechat.env", async () => {
  const dir = aFolder();
  const { ready } = await aSandbox({ dir, mode: "plain" });
  const file = join(dir, "wechat.env");
  const lines = Object.entries(ready.env).map(([key, value]) => `${key}=${value}`);
  expect(readFileSync(file, "utf8")).toBe(`${lines.join("\n")}\n`);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(Object.keys(ready.env)).toEqual([
    "WECHAT_APPID",
    "WECHAT_ORIGINAL_ID",
    "WECHAT_SECRET",
    "WECHAT_TOKEN",
    "WECHAT_AES_KEY",
    "WECHAT_MODE",
    "WECHAT_API_BASE",
    "WECHAT_OPEN_BASE",
    "PHONE_URL",
  ]);
  expect(ready.env["WECHAT_AES_KEY"]).toMatch(/^[A-Za-z0-9]{43}$/);
});

test("a taken port is told in one sentence, and the folder is free again", async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const dir = aFolder();
  const settings = readSettings({ SANDBOX_DIR: dir, SANDBOX_PORT: String(port) });
  const told = `Port ${port} is taken; stop what listens there or set SANDBOX_PORT.`;
  await expect(openSandbox(settings)).rejects.toEqual(new SandboxError(told, "PORT_TAKEN"));
  await aSandbox({ dir });
});

test("a second sandbox in the same folder is told in one sentence", async () => {
  const dir = aFolder();
  await aSandbox({ dir });
  await expect(aSandbox({ dir })).rejects.toThrow(`Another sandbox runs in ${dir}; stop it or set SANDBOX_DIR.`);
});

test("wrong settings are told by name", () => {
  expect(() => readSettings({ SANDBOX_PORT: "70000", SANDBOX_MODE: "open" })).toThrow(/SANDBOX_PORT: .*SANDBOX_MODE: /);
  expect(readSettings({ SANDBOX_MODE: "" })).toMatchObject({
    port: 4010,
    mode: undefined,
    web: "http://127.0.0.1:4000",
  });
});
