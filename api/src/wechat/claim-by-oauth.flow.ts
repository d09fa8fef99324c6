import { lockAccount } from "../identity/identity.store.js";
import { newSecret } from "../kernel/ids.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { bindingOf, bindingsOfOpenid } from "./binding.store.js";
import { addScene, cancelScenesOf } from "./scene.store.js";

export type OauthClaim = { readonly sceneId: string } | "BOUND" | "TAKEN";

/**
 * The signed-in viewer opened our page inside WeChat, which told who they are: a wish to bind that is claimed already and waits
 * for their confirmation on the page, like one that was scanned.
 */
export async function claimByOauth(
  platform: Platform,
  viewer: Viewer,
  { openid }: { readonly openid: string },
): Promise<OauthClaim> {
  must("sessionId" in viewer, "UNAUTHENTICATED");
  const { accountId, sessionId } = viewer;
  const shared = platform.config.wechat?.shared ?? false;
  return platform.work.run(viewer, async (tx): Promise<OauthClaim> => {
    const { audience } = found(await lockAccount(tx, accountId));
    const own = await bindingOf(tx, accountId);
    if (own) return own.openid === openid ? "BOUND" : "TAKEN";
    const others = await bindingsOfOpenid(tx, openid);
    if (!shared && others.some((binding) => binding.audience === audience)) return "TAKEN";
    await cancelScenesOf(tx, accountId);
    const claimed = { secret: newSecret(), openid, via: "OAUTH", qrUrl: "" } as const;
    return { sceneId: (await addScene(tx, { accountId, audience, sessionId, ...claimed })).id };
  });
}
