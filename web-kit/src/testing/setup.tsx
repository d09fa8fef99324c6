import { i18n } from "@lingui/core";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { speakSchemaWords } from "../forms/schema-words";

// What is waited for may take its time on a slow machine; only what never comes fails.
configure({ asyncUtilTimeout: 20_000 });
speakSchemaWords();
i18n.loadAndActivate({ locale: "zh-CN", messages: {} });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});

// What Mantine and the router ask a browser for and jsdom does not have.
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
}));
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
);
vi.stubGlobal("CSS", { escape: (text: string) => text.replace(/[^\w-]/g, "\\$&"), supports: () => false });
vi.stubGlobal("scrollTo", () => {});
Object.assign(Element.prototype, { scrollIntoView: () => {} });
