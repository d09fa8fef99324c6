import { newSecret } from "../kernel/ids.js";
import { found, must, Refusal } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { holds, type Staff } from "../platform/viewer.js";
import { checkGrant } from "./access.js";
import { cleanLogin, cleanText, INVITATION_LIFE_MS } from "./account.js";
import { addAccount, addLink, allRoles, setRolesOf } from "./identity.store.js";
import { linkUrl } from "./link-url.js";

/**
 * Makes a staff account with roles and a link by which its owner sets a password. The link is answered once and sent
 * to the login. Refuses LOGIN_TAKEN, and FORBIDDEN for roles that hold more than the inviter does.
 */
export async function inviteStaff(
  platform: Platform,
  viewer: Staff,
  input: { login: string; displayName: string; roleIds: readonly string[]; origin: string },
): Promise<{ accountId: string; link: string }> {
  must(holds(viewer, "staff.manage"), "FORBIDDEN");
  const login = cleanLogin(input.login);
  const displayName = cleanText(input.displayName, "displayName", 50);
  const token = newSecret();
  const link = linkUrl(input.origin, "STAFF", token);
  const accountId = await platform.work.run(viewer, async (tx) => {
    const roles = new Map((await allRoles(tx)).map((role) => [role.id, role]));
    const granted = input.roleIds.map((id) => found(roles.get(id)));
    checkGrant(
      granted.flatMap((role) => role.permissions),
      viewer.permissions,
    );
    const person = { login, displayName, phone: null, passwordHash: null };
    const account = await addAccount(tx, "STAFF", person).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal("LOGIN_TAKEN", { field: "login" }) : error;
    });
    await setRolesOf(tx, account.id, input.roleIds);
    await addLink(tx, "STAFF_INVITATION", account.id, token, INVITATION_LIFE_MS);
    return account.id;
  });
  platform.post.send({
    to: login,
    subject: "开单后台邀请 · You are invited to Kaidan",
    text: `七天内打开链接设置密码：\n${link}\nOpen the link within seven days to set your password.`,
  });
  return { accountId, link };
}
