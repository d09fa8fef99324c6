import { MINUTE } from "../kernel/clock.js";
import { type Errands, type Listener, OUTSIDE } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { checkTemplates } from "./check-templates.flow.js";
import { greetBound } from "./greet-bound.flow.js";
import { theMenu } from "./menu.store.js";
import { publishMenu } from "./publish-menu.flow.js";
import { sendLateAnswer } from "./send-late-answer.flow.js";
import { tidyWechat } from "./tidy-wechat.flow.js";

/**
 * Looks at the service account beside the start, which it neither holds up nor stops: compares the cards with the account's
 * templates, and gives the demo its menu. Anywhere else staff decide when followers see one.
 */
export function lookAtServiceAccount(platform: Platform): void {
  if (!platform.config.wechat) return;
  look(platform).catch((error: unknown) => {
    platform.log.warn({ err: error }, "The service account could not be looked at.");
  });
}

async function look(platform: Platform): Promise<void> {
  await checkTemplates(platform, SYSTEM);
  const menu = await theMenu(platform.database.read);
  if (platform.demo && menu.published === null) await publishMenu(platform, SYSTEM, menu);
}

/** Speaks to WeChat in a lane of its own: nothing waits for it. */
export function wechatListeners(platform: () => Platform): Listener[] {
  return [
    {
      name: "wechat.greet",
      kinds: ["WechatBound"],
      lane: OUTSIDE,
      async hear(fact) {
        await greetBound(platform(), fact.stream.slice("account:".length), String(fact.payload["bindingId"]));
      },
    },
    {
      name: "wechat.answer",
      kinds: ["WechatAnswerLate"],
      lane: OUTSIDE,
      hear: (fact) => sendLateAnswer(platform(), String(fact.payload["inboundId"])),
    },
  ];
}

/** Tidies about once a minute in every process, also without an account: what it left must go all the same. */
export function wechatErrands(platform: () => Platform): Errands[] {
  let last = Number.NEGATIVE_INFINITY;
  return [
    {
      width: 1,
      async claim() {
        const now = platform().clock.now();
        if (now - last < MINUTE) return [];
        last = now;
        return [() => tidyWechat(platform())];
      },
    },
  ];
}
