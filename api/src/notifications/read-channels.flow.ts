import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { type NoticeChannel, noticeChannels } from "./notice.js";
import { type Stop, stopOf } from "./send.store.js";
import { smsIsOn } from "./sms.client.js";

export interface ChannelView {
  readonly channel: NoticeChannel;
  /** OFF is how this deployment is configured; STOPPED is what a channel did to itself and staff resume. */
  readonly state: "RUNNING" | "STOPPED" | "OFF";
  readonly stop: Stop | null;
}

/** How each way out of the house stands. */
export async function readChannels(platform: Platform, viewer: Viewer): Promise<ChannelView[]> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  const on: Readonly<Record<NoticeChannel, boolean>> = {
    WECHAT: platform.config.wechat !== null,
    SMS: smsIsOn(platform),
    EMAIL: true,
  };
  const views: ChannelView[] = [];
  for (const channel of noticeChannels) {
    const stop = on[channel] ? await stopOf(platform.database.read, channel) : null;
    views.push({ channel, state: !on[channel] ? "OFF" : stop ? "STOPPED" : "RUNNING", stop });
  }
  return views;
}
