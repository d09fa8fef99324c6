import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { stepWords, timelineWords } from "./told-words.js";

const web = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../web-kit/src/vocabulary/${file}`, import.meta.url)), "utf8");

describe("the chat and the shop's pages", () => {
  it("tell the same story in the same words", () => {
    const text = web("timeline-words.ts");
    for (const [kind, words] of Object.entries(timelineWords)) expect(text).toContain(`  ${kind}: msg\`${words}\`,`);
  });

  it("name the next step alike", () => {
    const text = web("step-words.ts");
    for (const [code, words] of Object.entries(stepWords)) {
      expect(text).toMatch(new RegExp(`  ${code}: \\{\\s*title: msg\`${words}\``));
    }
  });
});
