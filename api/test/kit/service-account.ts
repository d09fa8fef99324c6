import { NoticeSendRow } from "../../src/notifications/notices.table.js";
import { SYSTEM } from "../../src/platform/viewer.js";
import { cardCodes, cards } from "../../src/wechat/template.js";
import { register } from "../../src/wechat/template.store.js";
import { AccountServer } from "./account-server.js";
import type { Actor, Data } from "./actor.js";
import { approveReport, aTicket, type MadeTicket, post } from "./makers-fulfilment.js";
import { Phone } from "./makers-wechat.js";
import { openWorld, type World } from "./world.js";

export const SEND = "/cgi-bin/message/template/send";

/** A world with a service account whose templates are all there, and the servers of that account. */
export async function openConnectedWorld(
  options: { readonly demo?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<{ world: World; account: AccountServer }> {
  const account = await AccountServer.open();
  const world = await openWorld({ demo: options.demo ?? false, env: { ...account.env(), ...options.env } });
  await registerTemplates(world);
  return { world, account };
}

/** Every card with a template of the same number of rows, each by a key of its type. */
async function registerTemplates(world: World): Promise<void> {
  await world.server.platform.work.run(SYSTEM, async (tx) => {
    for (const code of cardCodes) {
      const fields = cards[code].fields.map(({ name, type }, index) => ({ name, key: `${type}${index + 2}`, type }));
      await register(tx, code, 0, { templateId: `T-${code}`, fields, state: "READY", problem: null });
    }
  });
}

export interface BoundCustomer {
  readonly made: MadeTicket;
  readonly phone: Phone;
  readonly id: string;
}

/** A customer with WeChat bound, whose work is under way unless told. */
export async function aBoundCustomer(
  world: World,
  staff: Actor,
  state: "OFFERED" | "ASSIGNED" | "IN_PROGRESS" = "IN_PROGRESS",
): Promise<BoundCustomer> {
  const made = await aTicket(world, { state, staff });
  await world.settle();
  const phone = await new Phone(world).bind(made.customer.accountId);
  await world.settle();
  return { made, phone, id: made.customer.accountId };
}

/** Something a customer hears of: a milestone is approved. */
export async function progress(made: MadeTicket, code: "BEGUN" | "DONE" = "BEGUN"): Promise<void> {
  await approveReport(made, await post(made, code));
}

/** The cards that the account was to bring to a phone. */
export function cardsTo(account: AccountServer, { openid }: Phone): AccountServer["calls"] {
  return account.to(SEND).filter(({ body }) => body["touser"] === openid);
}

/** The account refuses the next cards with this code. */
export function refuse(account: AccountServer, code: number, times = 1): void {
  const answer = { errcode: code, errmsg: `no rid: 65a-${code}` };
  account.trouble(SEND, ...Array.from({ length: times }, () => answer));
}

/** Somebody's messages of a kind, in the order they were queued; of one notice WeChat, then SMS, then e-mail. */
export async function sendsTo(world: World, accountId: string, kind: string): Promise<NoticeSendRow[]> {
  return world.server.platform.database.read.rows(
    NoticeSendRow,
    `WHERE t.recipientId = ? AND EXISTS (SELECT 1 FROM notices n WHERE n.id = t.noticeId AND n.kind = ?)
     ORDER BY t.createdAt, t.channel DESC`,
    [accountId, kind],
  );
}

/** The same as "WECHAT FAILED", for a look at a whole chain. */
export async function chainOf(world: World, accountId: string, kind: string): Promise<string[]> {
  return (await sendsTo(world, accountId, kind)).map(({ channel, state }) => `${channel} ${state}`);
}

/** The rows of the card a call carried, in their order. */
export function rowsOf(call: { readonly body: Readonly<Record<string, unknown>> } | undefined): string[] {
  const data = (call?.body["data"] ?? {}) as Record<string, { value: string }>;
  return Object.values(data).map(({ value }) => value);
}

export const NOTICES = `query($first: Int, $after: String, $unreadOnly: Boolean) {
  notices(first: $first, after: $after, unreadOnly: $unreadOnly) {
    nodes { id kind topic path no title item amount detail supplier count until at readAt } pageInfo { hasNextPage endCursor } } }`;

/** The kinds somebody was told, newest first. */
export function kindsOf(answer: Data): string[] {
  return (answer["notices"]?.["nodes"] as unknown as { kind: string }[]).map(({ kind }) => kind);
}
