import { accountsById } from "../identity/identity.store.js";
import type { Platform } from "../platform/platform.js";
import type { Sql } from "../platform/sql.js";
import { applicationById } from "../suppliers/application.store.js";
import { accountsBound } from "../wechat/binding.store.js";
import type { RegisteredField } from "../wechat/template.js";
import { templateReady } from "../wechat/template.store.js";
import type { CardCode } from "./manner.js";
import { manners } from "./manners.js";
import type { NoticeKind } from "./notice.js";
import { switchedOffBy } from "./notice.store.js";
import { stopOf } from "./send.store.js";
import { smsIsOn } from "./sms.client.js";
import type { House, Person } from "./way.js";

/** Which template of the account a card is, and by which key each of its rows goes. */
interface Template {
  readonly templateId: string;
  readonly fields: readonly RegisteredField[];
}

/** How some people can be reached by notices of some kinds, as of now. */
export interface People {
  readonly persons: ReadonlyMap<string, Person>;
  readonly house: House;
  readonly templates: ReadonlyMap<CardCode, Template>;
}

/** Reads it in a fixed number of statements, however many people. An applicant, who has no account, has an address. */
export async function readPeople(
  platform: Platform,
  ids: readonly string[],
  kinds: readonly NoticeKind[],
): Promise<People> {
  const { read } = platform.database;
  const wechat = platform.config.wechat !== null && (await stopOf(read, "WECHAT")) === null;
  const templates = wechat ? await readTemplates(read, kinds) : new Map<CardCode, Template>();
  const accounts = await accountsById(read, ids);
  const bindings = wechat ? await accountsBound(read, ids) : new Map();
  const switchedOff = await switchedOffBy(read, ids);
  const persons = new Map<string, Person>();
  for (const { id, displayName, audience, active, login, phone } of accounts.values()) {
    const binding = bindings.get(id);
    const openid = binding?.state === "BOUND" ? binding.openid : null;
    const left = binding?.state === "UNSUBSCRIBED" ? binding.openid : null;
    const off = switchedOff.get(id) ?? new Set<string>();
    persons.set(id, { id, name: displayName, audience, active, email: login, phone, openid, left, switchedOff: off });
  }
  const [applicant] = ids.filter((id) => !accounts.has(id));
  if (applicant !== undefined) await addApplicant(read, persons, applicant);
  return { persons, house: { wechat, cards: new Set(templates.keys()), sms: smsIsOn(platform) }, templates };
}

async function readTemplates(read: Sql, kinds: readonly NoticeKind[]): Promise<Map<CardCode, Template>> {
  const templates = new Map<CardCode, Template>();
  for (const code of new Set(kinds.map((kind) => manners[kind].card?.code))) {
    const ready = code ? await templateReady(read, code) : null;
    if (code && ready) templates.set(code, ready);
  }
  return templates;
}

async function addApplicant(read: Sql, persons: Map<string, Person>, id: string): Promise<void> {
  const application = await applicationById(read, id);
  if (!application) return;
  const { contactName: name, contactEmail: email } = application;
  const byLetter = { audience: "APPLICANT" as const, active: true, phone: null, openid: null, left: null };
  persons.set(id, { id, name, email, ...byLetter, switchedOff: new Set() });
}
