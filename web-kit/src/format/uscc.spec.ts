import { expect, test } from "vitest";
import { cleanUscc, isUscc } from "./uscc";

test("a code with a fitting check character is one, however it was typed", () => {
  expect(isUscc(cleanUscc(" 9135 0100M000100Y43 "))).toBe(true);
  expect(isUscc(cleanUscc("91350100m000100y43"))).toBe(true);
});

test("a mistyped digit, a forbidden letter or a missing place is refused", () => {
  expect(isUscc("91350100M000100Y44")).toBe(false);
  expect(isUscc("91350100I000100Y43")).toBe(false);
  expect(isUscc("91350100M000100Y4")).toBe(false);
});
