import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import type { NoticeChannel } from "./notice.js";
import { startChannel, stopOf } from "./send.store.js";

/** Staff have mended what made a channel refuse everything: it is used again. Refuses INVALID_STATE for one that runs. */
export async function resumeChannel(
  platform: Platform,
  viewer: Viewer,
  input: { readonly channel: NoticeChannel },
): Promise<void> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    must((await stopOf(tx, input.channel)) !== null, "INVALID_STATE", { thing: "channel", state: "RUNNING" });
    await startChannel(tx, input.channel);
  });
}
