import { newSecret } from "../kernel/ids.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { INVITATION_LIFE_MS } from "./account.js";
import { accountByLogin, addAccount, addLink, addRole, allRoles, countHolders, setRolesOf } from "./identity.store.js";
import { linkUrl } from "./link-url.js";
import { builtInRoles } from "./role.js";

const LOGIN = "admin@kaidan.local";

/**
 * Makes the built-in roles once and, while nobody with a password can manage staff, an administrator's account with a
 * fresh one-time link. Returns the link, or null when there is an administrator already.
 */
export async function firstAdministrator(platform: Platform, origin: string): Promise<string | null> {
  const token = newSecret();
  const made = await platform.work.run(SYSTEM, async (tx) => {
    if ((await allRoles(tx)).length === 0) {
      for (const { name, permissions } of builtInRoles) {
        await addRole(tx, { name, permissions: [...permissions], builtIn: true });
      }
    }
    const known = await accountByLogin(tx, "STAFF", LOGIN);
    if (known?.passwordHash || (!known && (await countHolders(tx, "staff.manage")) > 0)) return false;
    const account =
      known ??
      (await addAccount(tx, "STAFF", { login: LOGIN, displayName: "管理员", phone: null, passwordHash: null }));
    const administrator = (await allRoles(tx)).find((role) => role.name === builtInRoles[0]?.name);
    if (!known && administrator) await setRolesOf(tx, account.id, [administrator.id]);
    await addLink(tx, "FIRST_ADMINISTRATOR", account.id, token, INVITATION_LIFE_MS);
    return true;
  });
  return made ? linkUrl(origin, "STAFF", token) : null;
}
