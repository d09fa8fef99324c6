import type { Fen } from "../kernel/money.js";

/** What a provider is asked to collect. */
export interface Attempt {
  /** Our number; asking twice with the same number is one and the same collection. */
  readonly no: string;
  readonly amount: Fen;
  readonly currency: "CNY";
  /** Shown to the payer. */
  readonly description: string;
  readonly expiresAt: number;
}

/** What a provider tells about an attempt, after its signature was found true. */
export interface Notification {
  readonly provider: string;
  /** The provider's own number of the movement of money; the same movement always has the same. */
  readonly providerTxnId: string;
  readonly paymentNo: string;
  readonly amount: Fen;
  readonly currency: string;
  readonly outcome: "SUCCEEDED" | "FAILED";
}

/** What a provider is asked to give back. */
export interface RefundWish {
  /** Our number; asking twice with the same number is one and the same refund. */
  readonly no: string;
  readonly paymentNo: string;
  /** The provider's number of the payment. */
  readonly providerTxnId: string;
  readonly amount: Fen;
  readonly currency: "CNY";
  readonly reason: string;
}

/** What a provider answers: WORKING is asked again later under the same number; REFUSED is final. */
export type RefundAnswer =
  | { readonly outcome: "DONE"; readonly refundId: string }
  | { readonly outcome: "WORKING" }
  | { readonly outcome: "REFUSED"; readonly message: string };

/** An outside channel that collects money. Each tender but the bank transfer has one. */
export interface PaymentProvider {
  /** Stable name, stored with payments. */
  readonly name: string;
  /**
   * Opens the payer's page. Called outside any transaction. Rejects when the channel does not answer; asking again
   * with the same number is safe then.
   */
  start(attempt: Attempt): Promise<{ readonly payUrl: string }>;
  /**
   * Gives money back. Called outside any transaction. Rejects when the channel does not answer; what became of it is unknown
   * then, and asking again with the same number is safe.
   */
  refund(wish: RefundWish): Promise<RefundAnswer>;
  /**
   * Reads a notification from its raw body. Null when the signature, its time or its form is wrong: then nothing may be
   * believed or stored.
   */
  verifyNotification(headers: Readonly<Record<string, unknown>>, rawBody: string): Notification | null;
}
