import { activeHolders } from "../identity/identity.store.js";
import type { RecordedFact } from "../kernel/fact.js";
import type { Platform } from "../platform/platform.js";
import type { Permission, SupplierRole } from "../platform/viewer.js";
import { membersOf, type SupplierMemberRow } from "../suppliers/supplier.store.js";
import { manners } from "./manners.js";
import type { NoticeKind } from "./notice.js";
import type { Telling } from "./route.js";
import { noticesOf } from "./routes.js";
import type { Subject } from "./subject.js";

/** Who hears of a fact by which notice. Nobody is told what they did themselves, unless they are to keep it or to act. */
export async function readHearers(
  platform: Platform,
  fact: RecordedFact,
  subject: Subject,
): Promise<Map<NoticeKind, string[]>> {
  const hearers = new Map<NoticeKind, string[]>();
  for (const telling of noticesOf(fact.kind)) {
    const all = new Set(await membersOfAudience(platform, telling, subject));
    const told = [...all].filter((id) => id !== fact.actorId || tellsActor(telling.kind, subject));
    if (told.length > 0) hearers.set(telling.kind, told);
  }
  return hearers;
}

/** Who places an order is led to its first payment anyway; what falls due later they hear of even when it is their doing. */
function tellsActor(kind: NoticeKind, { instalment }: Subject): boolean {
  const { receipt, consequence } = manners[kind];
  return receipt === true || (consequence === true && instalment?.trigger !== "ON_ORDER");
}

async function membersOfAudience(platform: Platform, { to }: Telling, subject: Subject): Promise<string[]> {
  const { read } = platform.database;
  if (to === "customer") {
    return some((subject.order ?? subject.inquiry ?? subject.quotation)?.customerId);
  }
  if (to === "author") return some((subject.quotation ?? subject.product)?.authorId);
  if (to === "account") return some(subject.accountId);
  if (to === "applicant") return some(subject.application?.id);
  if (to.startsWith("staff:")) return activeHolders(read, to.slice("staff:".length) as Permission);
  const bySupplier = await membersOf(
    read,
    subject.suppliers.map(({ id }) => id),
  );
  const members = [...bySupplier.values()].flat();
  if (to === "supplier:owner") return accounts(members, ["OWNER"]).slice(0, 1);
  if (to === "supplier:money") return accounts(members, ["OWNER", "FINANCE"]);
  const worker =
    to === "supplier:worker" ? members.find(({ accountId }) => accountId === subject.ticket?.workerId) : null;
  return worker ? [worker.accountId] : accounts(members, ["OWNER", "DISPATCHER"]);
}

const some = (id: string | null | undefined): string[] => (id ? [id] : []);

const accounts = (members: readonly SupplierMemberRow[], roles: readonly SupplierRole[]): string[] =>
  members.filter(({ role }) => roles.includes(role)).map(({ accountId }) => accountId);
