import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { makeLog } from "./log.js";
import { withRequest } from "./request.js";

function aLog() {
  const lines: Record<string, unknown>[] = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as Record<string, unknown>);
      done();
    },
  });
  return { log: makeLog("info", to), lines };
}

describe("the log", () => {
  it("names the request in every line written while it is served, however deep, and in no other", async () => {
    const { log, lines } = aLog();
    await withRequest("request-1", async () => {
      await Promise.resolve();
      log.info("served");
    });
    log.info("on its own");
    expect(lines.map((line) => line["requestId"])).toEqual(["request-1", undefined]);
  });

  it("writes no password and no token", () => {
    const { log, lines } = aLog();
    log.info({ input: { password: "geheim", token: "geheim" } }, "asked");
    expect(JSON.stringify(lines)).not.toContain("geheim");
  });
});
