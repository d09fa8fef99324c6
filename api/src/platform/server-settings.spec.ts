import { describe, expect, it } from "vitest";
import { faultOf } from "./server-settings.js";

const safe = { flush: 1, mode: "STRICT_TRANS_TABLES", charset: "utf8mb4", collation: "utf8mb4_bin" };

describe("a database server's settings", () => {
  it.each(["utf8mb4_bin", "utf8mb4_0900_bin"])(
    "are taken when nothing acknowledged can be lost, with %s",
    (collation) => {
      expect(faultOf({ ...safe, collation })).toBeNull();
    },
  );

  it.each([
    ["a power cut may lose what was acknowledged", { flush: 2 }, "innodb_flush_log_at_trx_commit"],
    ["a backslash in a text would not be escaped", { mode: "ANSI,NO_BACKSLASH_ESCAPES" }, "NO_BACKSLASH_ESCAPES"],
    ["a name could not be written", { charset: "latin1" }, "utf8mb4"],
    ["two ids that differ in case would be one", { collation: "utf8mb4_0900_ai_ci" }, "utf8mb4_bin"],
    ["texts are compared by language", { collation: "utf8mb4_general_ci" }, "utf8mb4_bin"],
  ])("are refused when %s", (_why, change, named) => {
    expect(faultOf({ ...safe, ...change })).toContain(named);
  });
});
