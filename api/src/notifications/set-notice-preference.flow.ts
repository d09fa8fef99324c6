import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import type { NoticeChannel, NoticeTopic } from "./notice.js";
import { setPreference } from "./notice.store.js";

/** Switches one way of hearing about one topic on or off, for oneself. What stands in the app always stands there. */
export async function setNoticePreference(
  platform: Platform,
  viewer: Viewer,
  input: { readonly topic: NoticeTopic; readonly channel: NoticeChannel; readonly enabled: boolean },
): Promise<void> {
  must("sessionId" in viewer, "FORBIDDEN");
  const { topic, channel, enabled } = input;
  await platform.work.run(viewer, (tx) => setPreference(tx, { accountId: viewer.accountId, topic, channel, enabled }));
}
