import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync(new URL("../../../docs/money-ends.md", import.meta.url), "utf8");
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| Case "))
  .map((line) => line.split("|").map((cell) => cell.trim()));

describe("the page that says where every amount ends", () => {
  it("names a case, where it stands and who ends it, in every row", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((cells) => cells.length !== 6 || cells.slice(1, 5).includes(""))).toEqual([]);
  });

  it.each(rows.map(([, what = "", , , proof = ""]) => [what, proof]))("has a test of: %s", (_, proof) => {
    const [file = "", ...title] = proof.split(": ");
    const source = readFileSync(new URL(`../../test/${file}.test.ts`, import.meta.url), "utf8");
    expect(source).toContain(`it("${title.join(": ")}"`);
  });
});
