import type { RecordedFact } from "../kernel/fact.js";
import { newId } from "../kernel/ids.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { inboxMoved } from "./facts.js";
import { manners } from "./manners.js";
import type { NoticeKind } from "./notice.js";
import { addNotices, isTold, type NoticeRow } from "./notice.store.js";
import { paramsOf } from "./params.js";
import type { Telling } from "./route.js";
import { noticesOf } from "./routes.js";
import { allowedAt, groupAllows } from "./send.js";
import {
  addSends,
  exchangeNotices,
  holdWaiting,
  lastOfGroup,
  type NewSend,
  newSend,
  unsentSend,
} from "./send.store.js";
import { type Subject, subjectOf } from "./subject.js";
import { type House, lostByLeaving, type Person, wayTo } from "./way.js";

export interface Told {
  readonly fact: RecordedFact;
  readonly subject: Subject;
  readonly hearers: ReadonlyMap<NoticeKind, readonly string[]>;
  readonly people: { readonly persons: ReadonlyMap<string, Person>; readonly house: House };
}

/**
 * Writes the notices of a fact, queues what leaves the house and wakes the pages of everybody who is told: all or
 * nothing, once however often the fact is heard, in a fixed number of statements however many people.
 */
export async function tellPeople(platform: Platform, told: Told): Promise<void> {
  if (told.hearers.size === 0) return;
  await platform.work.run(SYSTEM, async (tx) => {
    if (await isTold(tx, told.fact.seq)) return;
    const tellings = noticesOf(told.fact.kind);
    const notices = tellings.flatMap((telling) => noticesFor(telling, told));
    await addNotices(tx, notices);
    if (!platform.quiet) for (const { kind } of tellings) await queue(tx, kind, notices, told);
    const inboxes = notices.filter(({ audience }) => audience !== "APPLICANT").map(({ recipientId }) => recipientId);
    tx.record(...[...new Set(inboxes)].map(inboxMoved));
  });
}

function noticesFor(telling: Telling, { fact, subject, hearers, people }: Told): NoticeRow[] {
  const { page, topic, receipt } = manners[telling.kind];
  const { type: subjectType, id: subjectId } = subjectOf(subject);
  const same = {
    kind: telling.kind,
    topic,
    subjectType,
    subjectId,
    path: page(subject, fact),
    params: paramsOf(fact, subject, telling),
    factSeq: fact.seq,
    at: fact.at,
  };
  return (hearers.get(telling.kind) ?? []).flatMap((recipientId) => {
    const person = people.persons.get(recipientId);
    // Who did it themselves keeps a receipt of it: nothing new to them.
    const readAt = receipt && recipientId === fact.actorId ? fact.at : null;
    return person ? [{ id: newId(), recipientId, audience: person.audience, ...same, readAt }] : [];
  });
}

/** Queues the first way to each who hears of one kind. */
async function queue(tx: Tx, kind: NoticeKind, all: readonly NoticeRow[], { subject, people }: Told): Promise<void> {
  const manner = manners[kind];
  const groupKey = manner.collapseMs && subject.order ? `${manner.card?.code ?? kind}:${subject.order.id}` : null;
  const nextAt = allowedAt(manner, tx.now);
  const reason = nextAt > tx.now ? ("QUIET_HOURS" as const) : null;
  const sends = all
    .filter((notice) => notice.kind === kind)
    .flatMap((notice) => {
      const person = people.persons.get(notice.recipientId);
      const way = person ? wayTo(person, manner, people.house) : null;
      return way ? [{ notice, ...way, groupKey, nextAt, reason }] : [];
    });
  const free = groupKey && manner.collapseMs ? await collapse(tx, groupKey, manner.collapseMs, sends) : sends;
  const lost = all.flatMap((notice) => {
    const person = notice.kind === kind ? people.persons.get(notice.recipientId) : undefined;
    const openid = person ? lostByLeaving(person, manner, people.house) : null;
    return openid === null ? [] : [unsentSend(tx.now, notice, openid)];
  });
  await addSends(tx, [...lost, ...free.map((send) => newSend(tx.now, send))]);
}

/** One that still waits takes the newer notice along; behind one that has just left, the next waits out the group's rest. */
async function collapse(tx: Tx, groupKey: string, restMs: number, sends: readonly NewSend[]): Promise<NewSend[]> {
  const recipients = sends.map(({ notice }) => notice.recipientId);
  if (recipients.length === 0) return [];
  const last = await lastOfGroup(tx, groupKey, recipients, tx.now - 2 * restMs);
  const waiting = await holdWaiting(
    tx,
    [...last.values()].map(({ id }) => id),
  );
  const exchanged = new Map<string, string>();
  const free: NewSend[] = [];
  for (const send of sends) {
    const before = last.get(send.notice.recipientId);
    // By another channel they were told before they had this one, or while it was switched off: it counts for nothing here.
    if (before?.channel !== send.channel) free.push(send);
    else if (waiting.has(before.id)) exchanged.set(before.id, send.notice.id);
    else {
      const nextAt = Math.max(send.nextAt, groupAllows(before, restMs, tx.now));
      free.push({ ...send, nextAt, reason: nextAt > tx.now ? "COLLAPSED" : send.reason });
    }
  }
  await exchangeNotices(tx, exchanged);
  return free;
}
