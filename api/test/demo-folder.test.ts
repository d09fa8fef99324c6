import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { fillOnce } from "../src/demo/demo-folder.js";
import { emptyFolder } from "./kit/platform.js";

const made = async (folder: string): Promise<void> => {
  writeFileSync(join(folder, "kaidan.sqlite"), "whole");
  writeFileSync(join(folder, "secret"), "secret");
  mkdirSync(join(folder, "files"));
};
const brokenOff = async (folder: string): Promise<void> => {
  writeFileSync(join(folder, "kaidan.sqlite"), "half");
  writeFileSync(join(folder, "half a picture"), "half");
  throw new Error("Ctrl-C");
};
const WHOLE = ["files", "kaidan.sqlite", "secret"];

describe("the first start", () => {
  it("leaves the whole demo in its place, and nothing beside it", async () => {
    const folder = emptyFolder();
    await fillOnce(folder, made);
    expect(readdirSync(folder).sort()).toEqual(WHOLE);
  });

  it("that is broken off while the demo is made leaves no database, and the next makes it whole", async () => {
    const folder = emptyFolder();
    await expect(fillOnce(folder, brokenOff)).rejects.toThrow("Ctrl-C");
    expect(existsSync(join(folder, "kaidan.sqlite"))).toBe(false);
    await fillOnce(folder, made);
    expect(readFileSync(join(folder, "kaidan.sqlite"), "utf8")).toBe("whole");
    expect(readdirSync(folder).sort()).toEqual(WHOLE);
  });

  it.each([0, 1, 2, 3])(
    "that is broken off when %i things were moved into place goes on where it stopped",
    async (n) => {
      const folder = emptyFolder();
      const aside = join(folder, "demo-made");
      mkdirSync(aside);
      await made(aside);
      for (const name of ["files", "secret", "kaidan.sqlite"].slice(0, n))
        renameSync(join(aside, name), join(folder, name));
      const make = vi.fn(made);
      await fillOnce(folder, make);
      expect(make).not.toHaveBeenCalled();
      expect(readdirSync(folder).sort()).toEqual(WHOLE);
    },
  );

  it("puts the database in place last: without it nothing counts as made", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "secret"), { recursive: true });
    await expect(fillOnce(folder, made)).rejects.toThrow();
    expect(existsSync(join(folder, "kaidan.sqlite"))).toBe(false);
  });

  it("touches no database that is there", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "kaidan.sqlite"), "mine");
    await fillOnce(folder, brokenOff);
    expect(readdirSync(folder)).toEqual(["kaidan.sqlite"]);
    expect(readFileSync(join(folder, "kaidan.sqlite"), "utf8")).toBe("mine");
  });
});
