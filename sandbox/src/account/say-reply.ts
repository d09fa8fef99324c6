import { type Chats, mediaWords } from "./chats.js";
import type { Answer } from "./reply.js";

/** Shows a valid reply in the chat; nothing, and a hand-over to customer service, show nothing. */
export function sayReply(chats: Chats, phoneId: number, answer: Extract<Answer, { ok: true }>): void {
  const { reply, xml: raw } = answer;
  switch (reply.kind) {
    case "text":
      chats.say(phoneId, { from: "account", kind: "text", text: reply.text, raw });
      return;
    case "media":
      chats.say(phoneId, { from: "account", kind: "text", text: mediaWords[reply.type] ?? "[消息]", raw });
      return;
    case "news":
      for (const news of reply.articles) chats.say(phoneId, { from: "account", kind: "news", news, raw });
      return;
    case "transfer":
    case "nothing":
      return;
  }
}
