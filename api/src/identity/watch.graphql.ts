import type { Stream } from "../kernel/fact.js";
import { type Context, renewContext } from "../platform/context.js";
import { eventsOf, type StreamMoved } from "../platform/live.js";
import { judge, type Policy } from "../platform/policy.js";
import { viewerNow } from "./viewer-now.flow.js";

/** As `afterSeq`: begin with the present state, so a page that comes back has missed nothing even without a number. */
export const FROM_THE_START = -1;

/**
 * A stream's moves for one viewer. Before each the session and the rights are looked at again, and the subscription
 * ends when they are gone: a socket's context is made once, so it tells only who opened it, not what they may see now.
 */
export function watch(
  context: Context,
  stream: Stream,
  afterSeq: number | null | undefined,
  policy: Policy,
  restMs = 0,
): AsyncIterable<StreamMoved> {
  const { platform } = context;
  const tell = async (moved: StreamMoved): Promise<StreamMoved | null> => {
    const viewer = await viewerNow(platform, context.viewer);
    if (viewer === null || judge(policy, viewer) !== "ALLOWED") return null;
    renewContext(context, viewer);
    return moved;
  };
  return eventsOf(platform.live.watch([stream], afterSeq ?? null), tell, restMs);
}
