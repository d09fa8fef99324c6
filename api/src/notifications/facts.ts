import type { Fact, Stream } from "../kernel/fact.js";

export const accountStream = (accountId: string): Stream => `account:${accountId}`;

/** Somebody's notices came or were read: their pages look again. */
export const inboxMoved = (accountId: string): Fact => ({
  kind: "InboxMoved",
  stream: accountStream(accountId),
  payload: {},
});
