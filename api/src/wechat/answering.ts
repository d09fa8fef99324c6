/** A message or event as WeChat told it, believed and taken apart. */
export interface InboundMessage {
  readonly openid: string;
  /** text, image, voice, video, shortvideo, location, link or event. */
  readonly type: string;
  readonly text: string | null;
  /** subscribe, unsubscribe, SCAN, CLICK, …; null unless the type is event. */
  readonly event: string | null;
  /** A menu key, or a scene: with `qrscene_` before it when the code was scanned by somebody who follows by it. */
  readonly eventKey: string | null;
  readonly ticket: string | null;
  /** When it was sent, by WeChat's clock, epoch milliseconds. */
  readonly at: number;
}

/** What the chat shows: a text, or the hand-over to a person at the account's customer-service desk. */
export type Reply = { readonly kind: "text"; readonly text: string } | { readonly kind: "transfer" };

/** What became of a message: the reply, if any, and what it was about, for the log. */
export interface Answer {
  readonly reply: Reply | null;
  readonly intent: string | null;
  readonly orderId: string | null;
}
