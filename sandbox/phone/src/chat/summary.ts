import type { ChatItem } from "../control/types";
import type { Words } from "../words/words";
import { plainText } from "./link-text";

/** A message in one line, as the list of chats and a notification show it. */
export function summaryOf(item: ChatItem, words: Words): string {
  if (item.card) return item.kind === "news" ? item.card.title : `[${words.serviceNotices}] ${item.card.title}`;
  return plainText(item.text ?? "");
}
