import { beforeEach, expect, test } from "vitest";
import { type InquiryDraft, inquiryDraft } from "./inquiry-draft";
import { emptyInquiry } from "./inquiry-schema";

const { contactName: _name, contactPhone: _phone, ...values } = emptyInquiry;
const typed: InquiryDraft = {
  values: { ...values, title: "茶水间渗水" },
  items: [],
  categoryId: "C",
  answers: [],
  wanted: [],
  photos: [{ id: "P", url: "/files/P", mime: "image/webp", bytes: 1 }],
};
const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;

beforeEach(() => localStorage.clear());

test("what was typed and not sent is there again, for the same account and way of asking alone", () => {
  inquiryDraft("A", "need").keep(typed, NOW);
  expect(inquiryDraft("A", "need").read(NOW)).toEqual(typed);
  expect(inquiryDraft("B", "need").read(NOW)).toBeUndefined();
  expect(inquiryDraft("A", "items").read(NOW)).toBeUndefined();
});

test("photos whose links are over, and drafts of last month, are left out", () => {
  inquiryDraft("A", "need").keep(typed, NOW);
  expect(inquiryDraft("A", "need").read(NOW + 2 * HOUR)).toEqual({ ...typed, photos: [] });
  expect(inquiryDraft("A", "need").read(NOW + 31 * 24 * HOUR)).toBeUndefined();
});

test("a sent inquiry leaves nothing on the device, and what can't be read is no draft", () => {
  inquiryDraft("A", "need").keep(typed, NOW);
  inquiryDraft("A", "need").forget();
  expect(localStorage).toHaveLength(0);
  localStorage.setItem("kaidan.inquiry.1.A.need", '{"at":1,"draft":{"values":{}}}');
  expect(inquiryDraft("A", "need").read(NOW)).toBeUndefined();
});
