import type { Fact, Stream } from "../kernel/fact.js";
import type { BoundVia, SceneState } from "./binding.js";

/** The stream of one wish to bind: what its page watches. */
export const sceneStream = (sceneId: string): Stream => `wechat:${sceneId}`;

type Bound = { readonly id: string; readonly accountId: string };
/** Who ended a binding: its owner on the web or in the chat, WeChat because the person withdrew, or because it is unknown. */
export type UnboundBy = "WEB" | "CHAT" | "REVOKED" | "UNKNOWN_OPENID";

const ofAccount = (kind: string, binding: Bound, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: `account:${binding.accountId}`,
  payload: { bindingId: binding.id, ...also },
});

/** What happens to the WeChat of an account, told on the account's stream. An openid is never told. */
export const wechatFacts = {
  bound: (binding: Bound & { readonly boundVia: BoundVia }) =>
    ofAccount("WechatBound", binding, { via: binding.boundVia }),
  unbound: (binding: Bound, by: UnboundBy) => ofAccount("WechatUnbound", binding, { by }),
  unsubscribed: (binding: Bound) => ofAccount("WechatUnsubscribed", binding),
  resubscribed: (binding: Bound) => ofAccount("WechatResubscribed", binding),
  /** An answer came too late for a reply: it is to be sent as a message of its own. */
  answerLate: (inboundId: string): Fact => ({
    kind: "WechatAnswerLate",
    stream: `wechat:${inboundId}`,
    payload: { inboundId },
  }),
  sceneMoved: (sceneId: string, state: SceneState): Fact => ({
    kind: "WechatSceneMoved",
    stream: sceneStream(sceneId),
    payload: { state },
  }),
};
