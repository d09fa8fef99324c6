import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { mustBeOpen } from "./accept.js";
import { quotationFacts } from "./facts.js";
import { addRequest, countOpenRequests, lockOwnQuotation, setQuotation, versionByNumber } from "./quotation.store.js";
import { cleanWish } from "./request.js";

const OPEN_LIMIT = 10;

/**
 * The customer asks for another version: what should change. The present one stays good meanwhile. Refuses NOT_FOUND,
 * QUOTATION_CHANGED when another version is out, QUOTATION_EXPIRED, INVALID_STATE, RATE_LIMITED at ten open wishes.
 */
export async function requestQuotationChange(
  platform: Platform,
  viewer: Customer,
  input: {
    readonly quotationId: string;
    readonly number: number;
    readonly text: string;
    readonly idempotencyKey: string;
  },
): Promise<void> {
  const { idempotencyKey: key, ...wish } = input;
  const text = cleanWish(input.text);
  await platform.work.once(viewer, { operation: "requestQuotationChange", key, input: wish }, async (tx) => {
    const quotation = await lockOwnQuotation(tx, input.quotationId, viewer.accountId);
    must(quotation.currentNumber > 0, "INVALID_STATE", { thing: "quotation", state: quotation.state });
    must(quotation.currentNumber === input.number, "QUOTATION_CHANGED", { number: quotation.currentNumber });
    const version = found(await versionByNumber(tx, quotation.id, input.number));
    mustBeOpen(version, "DECLINE", tx.now);
    must((await countOpenRequests(tx, quotation.id)) < OPEN_LIMIT, "RATE_LIMITED", { field: "text", max: OPEN_LIMIT });
    const request = await addRequest(tx, quotation, text);
    await setQuotation(tx, quotation, { attention: quotation.attention ?? "CHANGE_REQUESTED" });
    tx.record(quotationFacts.changeRequested(quotation, { number: input.number, requestId: request.id }));
    return {};
  });
}
