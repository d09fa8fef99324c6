import { cleanLogin, cleanText, INVITATION_LIFE_MS } from "../identity/account.js";
import { accountByLogin, addAccount, addLink, setAccountActive } from "../identity/identity.store.js";
import { linkUrl } from "../identity/link-url.js";
import { newSecret } from "../kernel/ids.js";
import { found, must, Refusal } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import type { SupplierMemberViewer, SupplierRole } from "../platform/viewer.js";
import { supplierFacts } from "./facts.js";
import { invitation } from "./letters.js";
import { checkOwner } from "./member.js";
import { addMember, anyMemberOfAccount, lockSupplier, memberOfAccount, setMember } from "./supplier.store.js";

interface Colleague {
  readonly login: string;
  readonly displayName: string;
  readonly role: SupplierRole;
}

/**
 * An owner brings a colleague in. Somebody who was removed comes back with the same account. The link by which they set
 * a password is answered once and sent to them. Refuses LOGIN_TAKEN, VALIDATION, FORBIDDEN for one who is no owner now,
 * RATE_LIMITED after too many letters from one supplier or to one person.
 */
export async function inviteColleague(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: Colleague & { origin: string },
): Promise<{ memberId: string; link: string }> {
  const login = cleanLogin(input.login);
  const displayName = cleanText(input.displayName, "displayName", 50);
  await platform.limits.take("lettersPerAddress", `supplier:${viewer.supplierId}`);
  await platform.limits.take("lettersPerLogin", login);
  const token = newSecret();
  const invited = await platform.work.run(viewer, async (tx) => {
    const supplier = found(await lockSupplier(tx, viewer.supplierId));
    checkOwner(await memberOfAccount(tx, viewer.accountId));
    const colleague = { login, displayName, role: input.role };
    const { memberId, accountId } = await bringIn(tx, viewer.supplierId, colleague);
    await addLink(tx, "SUPPLIER_INVITATION", accountId, token, INVITATION_LIFE_MS);
    tx.record(supplierFacts.colleagueInvited(viewer.supplierId, memberId, input.role));
    return { memberId, supplierName: supplier.name };
  });
  const link = linkUrl(input.origin, "SUPPLIER", token);
  platform.post.send(invitation(login, invited.supplierName, link));
  return { memberId: invited.memberId, link };
}

async function bringIn(
  tx: Tx,
  supplierId: string,
  { login, displayName, role }: Colleague,
): Promise<{ memberId: string; accountId: string }> {
  const known = await accountByLogin(tx, "SUPPLIER", login);
  if (!known) {
    const person = { login, displayName, phone: null, passwordHash: null };
    const account = await addAccount(tx, "SUPPLIER", person).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal("LOGIN_TAKEN", { field: "login" }) : error;
    });
    const member = await addMember(tx, { supplierId, accountId: account.id, role });
    return { memberId: member.id, accountId: account.id };
  }
  const former = await anyMemberOfAccount(tx, known.id);
  must(former && former.supplierId === supplierId && !former.active, "LOGIN_TAKEN", { field: "login" });
  await setMember(tx, former, { active: true, role });
  await setAccountActive(tx, known.id, known.version, true);
  return { memberId: former.id, accountId: known.id };
}
