import { sellableProduct } from "../catalogue/catalogue.store.js";
import { categoryById, itemsById } from "../catalogue/item.store.js";
import { cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Sql } from "../platform/sql.js";
import type { Viewer } from "../platform/viewer.js";
import { type InputValue, readAnswers } from "../pricing/inputs.js";
import { type ItemWish, linesOfItems, linesOfProduct } from "./asked.js";
import { withoutContacts } from "./contact.js";
import { inquiryFacts } from "./facts.js";
import { cleanWish, type InquiryWish, MAX_OPEN_INQUIRIES } from "./inquiry.js";
import { addInquiry, countOpen, type NewInquiry } from "./inquiry.store.js";
import { sourcingTerms } from "./terms.store.js";

/** What is asked for: exactly one of a product, items or a need. */
export interface Subject {
  readonly product: {
    readonly productId: string;
    readonly inputs: readonly InputValue[];
    readonly componentIds: readonly string[];
  } | null;
  readonly items: readonly ItemWish[] | null;
  readonly need: { readonly categoryId: string; readonly title: string } | null;
}

export interface OpenInquiry extends InquiryWish, Subject {
  readonly idempotencyKey: string;
}

/**
 * A customer asks suppliers for a price or lets them compete. The inquiry is open from this moment; routing hears of it
 * and invites suppliers without anybody's doing. A repeat with the same key returns the same inquiry.
 *
 * Refuses VALIDATION and QUANTITY_OUT_OF_RANGE naming the field, PRODUCT_NOT_AVAILABLE, REGION_NOT_SERVED, NOT_FOUND (a
 * category or a photo that is none or another's), and RATE_LIMITED with ten open ones or after twenty in a day.
 */
export async function openInquiry(
  platform: Platform,
  viewer: Viewer,
  input: OpenInquiry,
): Promise<{ inquiryId: string }> {
  must(viewer.kind === "customer", "FORBIDDEN");
  const { idempotencyKey: key, ...asked } = input;
  await platform.limits.take("inquiriesPerCustomer", viewer.accountId);
  return platform.work.once(viewer, { operation: "openInquiry", key, input: asked }, async (tx) => {
    const { product, items, need, ...wish } = asked;
    const clean = cleanWish(wish, tx.now);
    const open = await countOpen(tx, viewer.accountId);
    must(open < MAX_OPEN_INQUIRIES, "RATE_LIMITED", { max: MAX_OPEN_INQUIRIES });
    await platform.files.mine(tx, clean.photoIds, viewer.accountId, "INQUIRY");
    const subject = await readSubject(tx, { product, items, need }, clean.regionCode);
    must(subject.subject !== "NEED" || clean.description !== "", "VALIDATION", { field: "description" });
    must(subject.subject !== "NEED" || clean.visibility !== "REVERSE", "VALIDATION", { field: "visibility" });
    const terms = await sourcingTerms(tx);
    const photoIds = [...clean.photoIds];
    const inquiry = await addInquiry(tx, { ...clean, ...subject, photoIds, customerId: viewer.accountId, terms });
    tx.record(inquiryFacts.toRoute(inquiry.id, inquiry.round));
    return { inquiryId: inquiry.id };
  });
}

type AboutWhat = Pick<NewInquiry, "subject" | "title" | "productVersionId" | "categoryId" | "inputs" | "lines">;

async function readSubject(sql: Sql, { product, items, need }: Subject, regionCode: string): Promise<AboutWhat> {
  must([product, items, need].filter((one) => one !== null).length === 1, "VALIDATION", { field: "subject" });
  if (product) return subjectOfProduct(sql, product, regionCode);
  const nothing = { productVersionId: null, inputs: [] };
  if (items) {
    const known = await itemsById(
      sql,
      items.map((item) => item.itemId),
    );
    const lines = linesOfItems(items, known);
    const title = lines.map((line) => line.itemName).join("、");
    return { subject: "ITEMS", ...nothing, categoryId: null, lines, title: title.slice(0, 100) };
  }
  const category = await categoryById(sql, need?.categoryId ?? "");
  must(category, "NOT_FOUND", { field: "categoryId" });
  const title = withoutContacts(cleanText(need?.title ?? "", "title", 60));
  return { subject: "NEED", ...nothing, categoryId: category.id, lines: [], title };
}

async function subjectOfProduct(
  sql: Sql,
  asked: NonNullable<Subject["product"]>,
  regionCode: string,
): Promise<AboutWhat> {
  const sellable = await sellableProduct(sql, asked.productId);
  must(sellable, "PRODUCT_NOT_AVAILABLE", { field: "productId" });
  const { version, components } = sellable;
  must(version.regions.includes(regionCode), "REGION_NOT_SERVED", { field: "regionCode" });
  const answers = readAnswers(version.inputs, asked.inputs, "COMPLETE");
  const lines = linesOfProduct(version, components, asked.componentIds, answers);
  const { id: productVersionId, title } = version;
  return { subject: "PRODUCT", productVersionId, categoryId: null, inputs: [...answers], lines, title };
}
