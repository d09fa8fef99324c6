import type { Audience } from "../identity/account.js";
import { type Device, lockAccount, type OpenedSession, openSession } from "../identity/identity.store.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { actorOf, type Viewer } from "../platform/viewer.js";
import { bindingOf, bindingsOfOpenid } from "./binding.store.js";

/** The session that was opened; SAME when the browser is signed in as that account already; UNBOUND when there is none. */
export type Entered = OpenedSession | "SAME" | "UNBOUND";

/**
 * WeChat told who opened our page: the account of this audience that is bound to them is signed in, with a session like any
 * other. Of several (a shared service account) the one that this browser is signed in to, else the one bound last. A disabled
 * account counts as none. Staff never enter this way: their rights ask for a password.
 */
export async function enterByWechat(
  platform: Platform,
  viewer: Viewer,
  input: { readonly openid: string; readonly audience: Audience; readonly device: Device },
): Promise<Entered> {
  must(input.audience !== "STAFF", "FORBIDDEN");
  const present = actorOf(viewer);
  return platform.work.run(viewer, async (tx): Promise<Entered> => {
    const all = await bindingsOfOpenid(tx, input.openid);
    const bindings = all.filter((binding) => binding.audience === input.audience);
    if (bindings.some((binding) => binding.accountId === present)) return "SAME";
    for (const binding of bindings) {
      const account = await lockAccount(tx, binding.accountId);
      // Read again behind the lock: who unbound it just now waits for nobody.
      const still = (await bindingOf(tx, binding.accountId))?.id === binding.id;
      if (account?.active && still) return openSession(tx, account, input.device);
    }
    return "UNBOUND";
  });
}
