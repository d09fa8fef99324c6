import type { CardCode, Manner } from "./manner.js";
import { type NoticeAudience, type NoticeChannel, nextChannel } from "./notice.js";

/** How somebody can be reached at this moment. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly audience: NoticeAudience;
  /** Disabled accounts are told nothing. */
  readonly active: boolean;
  readonly email: string;
  readonly phone: string | null;
  /** Bound and following; null otherwise. */
  readonly openid: string | null;
  /** Bound, but follows no longer: their openid; null otherwise. */
  readonly left: string | null;
  /** What they switched off, as "topic:channel". */
  readonly switchedOff: ReadonlySet<string>;
}

/** What the house can send at this moment. */
export interface House {
  /** Whether a service account is connected and not stopped. */
  readonly wechat: boolean;
  /** The cards that have a template. */
  readonly cards: ReadonlySet<CardCode>;
  readonly sms: boolean;
}

export interface Way {
  readonly channel: NoticeChannel;
  readonly address: string;
}

/** The first way to somebody, or the one after `after` gave up; null when there is none left that they want. */
export function wayTo(person: Person, manner: Manner, house: House, after: NoticeChannel | null = null): Way | null {
  if (!person.active) return null;
  const channel = nextChannel(
    manner.reach,
    after,
    (one) => wanted(person, manner, one) && addressOn(one, person, manner, house) !== null,
  );
  if (channel === null) return null;
  return { channel, address: addressOn(channel, person, manner, house) ?? "" };
}

/** The openid of somebody whom WeChat would have told, had they not left the account; null for everybody else. */
export function lostByLeaving(person: Person, manner: Manner, house: House): string | null {
  const { active, left } = person;
  if (!active || left === null) return null;
  return wayTo({ ...person, openid: left }, manner, house)?.channel === "WECHAT" ? left : null;
}

/** Where a channel reaches somebody; null when it can't. */
export function addressOn(channel: NoticeChannel, person: Person, manner: Manner, house: House): string | null {
  switch (channel) {
    case "WECHAT":
      return house.wechat && manner.card && house.cards.has(manner.card.code) ? person.openid : null;
    case "SMS":
      return house.sms && person.phone && isMobile(person.phone) ? person.phone : null;
    case "EMAIL":
      return person.email;
  }
}

/** Whether they want it this way. Letters that open an account are no matter of taste. */
export function wanted(person: Person, manner: Manner, channel: NoticeChannel): boolean {
  return manner.reach === "LETTER" || !person.switchedOff.has(`${manner.topic}:${channel}`);
}

/** Short messages go to mainland mobile phones. */
export function isMobile(phone: string): boolean {
  return /^(\+?86)?1\d{10}$/.test(phone);
}
