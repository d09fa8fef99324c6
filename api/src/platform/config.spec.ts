import { describe, expect, it } from "vitest";
import { readConfig } from "./config.js";

describe("the configuration", () => {
  it("needs nothing", () => {
    expect(readConfig({})).toMatchObject({ host: "127.0.0.1", port: 4000, databaseUrl: undefined });
  });

  it("names everything that is wrong at once", () => {
    const read = () => readConfig({ PORT: "http", DATABASE_URL: "postgres://x", LOG_LEVEL: "loud", SECRET: "short" });
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*SECRET[\s\S]*LOG_LEVEL/);
  });

  it("refuses a shared database without a shared secret, and half a set of host names", () => {
    expect(() => readConfig({ DATABASE_URL: "mysql://u@h/d" })).toThrow(/SECRET/);
    expect(() => readConfig({ SHOP_URL: "https://shop.example.com" })).toThrow(/all three/);
  });
});
