import { beforeEach, expect, test, vi } from "vitest";
import { forgetStepDrafts, stepDraft } from "./step-draft";

const saved = { organisation: "", contactName: "" };
const typed = { organisation: "长沙安居防水", contactName: "李工" };

beforeEach(() => localStorage.clear());

test("what was typed and not saved is there again after a reload", () => {
  expect(stepDraft("new", "organisation", saved).keep(typed)).toBe(true);
  expect(stepDraft("new", "organisation", saved).read()).toEqual(typed);
});

test("a draft belongs to its own step and application", () => {
  stepDraft("a", "organisation", saved).keep(typed);
  expect(stepDraft("b", "organisation", saved).read()).toBeUndefined();
  expect(stepDraft("a", "regions", saved).read()).toBeUndefined();
});

test("what was typed over an older saving gives way to the newer one", () => {
  stepDraft("a", "organisation", saved).keep(typed);
  expect(stepDraft("a", "organisation", { ...saved, contactName: "王工" }).read()).toBeUndefined();
});

test("a saved step leaves nothing on the device", () => {
  const draft = stepDraft("a", "organisation", saved);
  draft.keep(typed);
  draft.forget();
  expect(draft.read()).toBeUndefined();
});

test("giving an application up forgets its drafts and nothing else", () => {
  localStorage.setItem("kaidan.city", "430100");
  stepDraft("a", "organisation", saved).keep(typed);
  forgetStepDrafts();
  expect(stepDraft("a", "organisation", saved).read()).toBeUndefined();
  expect(localStorage.getItem("kaidan.city")).toBe("430100");
});

test("something unreadable in the device's store is no draft", () => {
  localStorage.setItem("kaidan.apply.1.a.organisation", "{");
  expect(stepDraft("a", "organisation", saved).read()).toBeUndefined();
});

test("a browser that keeps nothing says so", () => {
  const refusing = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(stepDraft("a", "organisation", saved).keep(typed)).toBe(false);
  refusing.mockRestore();
});
