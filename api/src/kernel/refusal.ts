/**
 * Everything a person may do wrong, as a closed list. The webs turn a code and its data into words;
 * the sentence here is what third parties read in `userErrors.message`.
 */
export const refusalSentences = {
  UNAUTHENTICATED: "Sign in first.",
  FORBIDDEN: "You are not allowed to do this.",
  NOT_FOUND: "There is no such thing, or it is not yours.",
  VALIDATION: "An input is missing or not acceptable.",
  INVALID_STATE: "This can't be done in the present state.",
  STALE_VERSION: "Somebody changed this meanwhile. Look at the newest version and try again.",
  IDEMPOTENCY_KEY_REUSED: "This idempotency key was used for another input.",
  IDEMPOTENCY_KEY_REQUIRED: "An idempotency key of 8 to 100 characters is required.",
  RATE_LIMITED: "Too many tries. Wait a little.",
  SIGN_IN_FAILED: "The login or the password is wrong.",
  CODE_INVALID: "The code is wrong or has expired.",
  LINK_INVALID: "The link is wrong, used or has expired.",
  PASSWORD_TOO_WEAK: "The password is too short, too long or too common.",
  LOGIN_TAKEN: "This login is in use.",
  LAST_OWNER: "A supplier keeps at least one owner.",
  LAST_ADMINISTRATOR: "At least one active administrator must remain.",
  USCC_TAKEN: "An active supplier has this unified social credit code.",
  DOCUMENTS_MISSING: "A required document is missing.",
  SERVICES_MISSING: "At least one service is required.",
  REASON_REQUIRED: "Give a reason.",
  ITEM_IN_USE: "The service item is part of a published product.",
  PUBLISH_GUARD_FAILED: "The product is not ready to be published.",
  PRODUCT_NOT_AVAILABLE: "The product is not on sale.",
  REGION_NOT_SERVED: "The product is not offered in this region.",
  NO_SUPPLIER: "No supplier can do this at present.",
  SUPPLIER_HAS_OPEN: "The supplier has open work, or money is open between it and the platform.",
  DAY_NOT_FREE: "The supplier has no room on this day. Choose another.",
  TOO_MANY_DAYS_HELD: "Days are kept for several of your unpaid orders. Pay or cancel one of them first.",
  SUPPLIER_NOT_ELIGIBLE: "This supplier can't do this at present.",
  QUANTITY_OUT_OF_RANGE: "The quantity is out of range.",
  PRICE_CHANGED: "The price changed. Look at the new price and confirm again.",
  QUOTATION_EXPIRED: "This quotation is no longer valid.",
  QUOTATION_CHANGED: "There is a newer version of this quotation. Look at it and decide again.",
  CONTRACT_TEMPLATE_INVALID: "The contract's text has a place that can't be filled.",
  CONTRACT_TEMPLATE_MISSING: "There is no template of this code.",
  FORM_WORDING_INVALID: "The form's text has a place that can't be filled.",
  INVOICE_EXCEEDS_PAID: "More than what was paid and is not invoiced yet can't be invoiced.",
  ADDENDUM_NOT_NEEDED: "The contract says what the order costs.",
  CONTRACT_AMOUNT_DIFFERS: "The amounts of the paper, the contract and the order are not the same.",
  FOUR_EYES: "Somebody else than its author has to do this.",
  FORMULA_INVALID: "The formula can't be understood.",
  FORMULA_TESTS_FAILED: "Not every example of the formula comes out.",
  FORMULA_IN_USE: "Products on sale need this formula.",
  MARGIN_BELOW_FLOOR: "The margin would fall below the floor.",
  COUPON_UNKNOWN: "There is no such coupon, or it is not valid now.",
  COUPON_NOT_APPLICABLE: "The coupon does not fit this order.",
  COUPON_USED_UP: "The coupon has been used as often as it may be.",
  DEPOSIT_OVER_LIMIT: "An earnest deposit is at most a fifth of the price.",
  PLAN_NEEDS_CONTRACT: "An instalment waits for a contract, and none is asked for.",
  PLAN_MILESTONE_UNKNOWN: "An instalment waits for a milestone that no required work has.",
  PLAN_DAY_OVER: "An instalment falls due on a day that is over.",
  WORK_PAUSED: "Work stands still until an overdue instalment is paid.",
  NOTHING_DUE: "There is nothing to pay here at present.",
  FEE_PASSED_ON: "An office has this fee already: the price that is left can't be less.",
  NOT_DUE_YET: "This is paid once it is due, not before.",
  NOTHING_TO_SETTLE: "There is nothing that may be paid to this supplier now.",
  STATEMENT_OUTDATED: "The books say something else by now. Cancel this statement and make it anew.",
  BANK_ACCOUNT_MISSING: "The supplier has not said where it is paid.",
  CLAIMS_OPEN: "The supplier still owes something: that is settled before its deposit goes back.",
  DEPOSIT_TOO_LOW: "The supplier's deposit does not cover this.",
  CREDIT_TOO_LOW: "The customer's credit does not cover this.",
  REFUND_EXCEEDS_PAID: "This is more than is left to give back.",
  REFUND_OVER_LIMIT: "This is more than you may approve.",
  INVOICE_NEEDS_RED_LETTER: "This amount was invoiced. A red-letter invoice comes first.",
  CHANNEL_UNAVAILABLE: "The payment channel does not answer. Try again.",
  PERIOD_CLOSED: "This month of the books is closed.",
  PERIOD_OUT_OF_ORDER: "Months are closed one after another.",
  PERIOD_NOT_OVER: "This month is not over yet.",
  LEDGER_DIFFERS: "The trial balance is not zero. Have the books audited first.",
  NOT_REVERSIBLE: "This is taken back where it was done, not in the books.",
  SLIP_MISSING: "The transfer slip is missing.",
  OFFER_ENDED: "This offer is no longer open.",
  PHOTOS_MISSING: "This milestone needs more photos.",
  MILESTONES_MISSING: "Some milestones are not reported or not approved.",
  ALREADY_REVIEWED: "This order has been reviewed.",
  FILE_REJECTED: "This file is not acceptable.",
  FILE_TOO_LARGE: "This file is too large.",
  WECHAT_OFF: "No service account is connected.",
  WECHAT_BUSY: "WeChat does not answer, or refuses this at present. Try again later.",
  BINDING_TAKEN: "This WeChat belongs to another account.",
  BINDING_ENDED: "This code was used, is over, or was never scanned.",
  BIDDING_CLOSED: "Bids are no longer taken here.",
  BID_NOT_LOW_ENOUGH: "The bid must undercut the best one by the step.",
  BID_EXPIRED: "This bid is no longer valid.",
  TEMPLATE_UNKNOWN: "The service account has no such template.",
} as const;

export type RefusalCode = keyof typeof refusalSentences;

/** Facts a client may need to explain a refusal, such as `{ field: "quantity", max: 100 }`. Never secrets. */
export type RefusalData = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A wish that can't be granted. Thrown, so that the transaction rolls back by itself; coded, so that the edge
 * turns it into `userErrors`. Our own faults are ordinary errors, never refusals.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly data: RefusalData = {},
  ) {
    super(refusalSentences[code]);
    this.name = "Refusal";
  }
}

/** Refuses with `code` unless `condition` holds. */
export function must(condition: unknown, code: RefusalCode, data: RefusalData = {}): asserts condition {
  if (!condition) throw new Refusal(code, data);
}

/** The value, or a refusal: "not found" and "not yours" answer alike. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refusal("NOT_FOUND");
  return value;
}
