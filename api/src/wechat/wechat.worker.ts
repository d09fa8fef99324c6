import type { Listener } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { checkTemplates } from "./check-templates.flow.js";
import { greetBound } from "./greet-bound.flow.js";

/** Compares the cards with the account's templates beside the start, which it neither holds up nor stops. */
export function lookAtServiceAccount(platform: Platform): void {
  if (!platform.config.wechat) return;
  checkTemplates(platform, SYSTEM).catch((error: unknown) => {
    platform.log.warn({ err: error }, "The service account's templates could not be checked.");
  });
}

/** Speaks to WeChat in a lane of its own: nothing waits for it. */
export function wechatListeners(platform: () => Platform): Listener[] {
  return [
    {
      name: "wechat.greet",
      kinds: ["WechatBound"],
      lane: "wechat",
      async hear(fact) {
        await greetBound(platform(), fact.stream.slice("account:".length), String(fact.payload["bindingId"]));
      },
    },
  ];
}
