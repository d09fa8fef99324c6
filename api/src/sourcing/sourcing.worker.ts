import type { Listener, TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { BID_EXPIRES } from "./bid.js";
import { closeInquiry } from "./close-inquiry.flow.js";
import { expireBid } from "./expire-bid.flow.js";
import { INQUIRY_CLOSES } from "./inquiry.js";
import { routeInquiry } from "./route-inquiry.flow.js";

/** Routing: whenever a round begins, its suppliers are invited. */
export function sourcingListeners(platform: () => Platform): Listener[] {
  return [
    {
      name: "sourcing.routing",
      kinds: ["InquiryToRoute"],
      async hear(fact) {
        const { inquiryId } = fact.payload as { inquiryId: string };
        await routeInquiry(platform(), SYSTEM, { inquiryId });
      },
    },
  ];
}

export function sourcingTimers(platform: () => Platform): TimerHandler[] {
  return [
    { kind: INQUIRY_CLOSES, fire: (inquiryId) => closeInquiry(platform(), SYSTEM, { inquiryId }) },
    { kind: BID_EXPIRES, fire: (bidId) => expireBid(platform(), SYSTEM, { bidId }) },
  ];
}
