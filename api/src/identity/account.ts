import { DAY, HOUR, MINUTE } from "../kernel/clock.js";
import { must, Refusal } from "../kernel/refusal.js";

/** Whose account it is. Each audience has its own app, its own sessions and its own logins. */
export const audiences = ["CUSTOMER", "SUPPLIER", "STAFF"] as const;
export type Audience = (typeof audiences)[number];

const lives: Readonly<Record<Audience, { idleMs: number; absoluteMs: number }>> = {
  CUSTOMER: { idleMs: 14 * DAY, absoluteMs: 60 * DAY },
  SUPPLIER: { idleMs: 14 * DAY, absoluteMs: 60 * DAY },
  STAFF: { idleMs: 4 * HOUR, absoluteMs: 12 * HOUR },
};

export const CODE_LIFE_MS = 15 * MINUTE;
export const CODE_TRIES = 5;
export const RESET_LIFE_MS = HOUR;
export const INVITATION_LIFE_MS = 7 * DAY;

/** What a one-time link is for. */
export const linkPurposes = [
  "SUPPLIER_INVITATION",
  "STAFF_INVITATION",
  "PASSWORD_RESET",
  "FIRST_ADMINISTRATOR",
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** When a session that starts now ends at the latest. */
export function sessionEnd(audience: Audience, now: number): number {
  return now + lives[audience].absoluteMs;
}

/** Whether a session still counts: neither over, nor idle for too long. */
export function sessionLives(
  audience: Audience,
  session: { lastSeenAt: number; expiresAt: number },
  now: number,
): boolean {
  return now < session.expiresAt && now - session.lastSeenAt < lives[audience].idleMs;
}

/** E-mail addresses are the logins; case and surrounding space don't matter. Refuses VALIDATION. */
export function cleanLogin(login: string, field = "login"): string {
  const clean = login.trim().normalize("NFKC").toLowerCase();
  const valid = clean.length <= 100 && /^[^\s@<>"',;:\\()[\]]+@[^\s@<>"',;:\\()[\]]+\.[a-z0-9-]{2,}$/.test(clean);
  must(valid, "VALIDATION", { field });
  return clean;
}

/** Mainland mobile or landline numbers, or an international number with +. Refuses VALIDATION. */
export function cleanPhone(phone: string, field = "phone"): string {
  const clean = phone.replaceAll(/[\s-]/g, "");
  must(/^(\+?\d{7,15})$/.test(clean), "VALIDATION", { field });
  return clean;
}

/** Letters that show nothing: a name made of them looks like none. */
const BLANK_LETTERS = /[\u115F\u1160\u2800\u3164\uFFA0]/g;

/**
 * Text a person typed: NFC, no control or direction-changing characters, something to see unless it is empty, trimmed,
 * `min`…`max` characters. Refuses VALIDATION naming `field`.
 */
export function cleanText(text: string, field: string, max: number, min = 1): string {
  const clean = text.normalize("NFC").trim();
  must(!/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u.test(clean.replaceAll(/[\n\r\t]/g, "")), "VALIDATION", {
    field,
  });
  must(clean.length >= min && clean.length <= max, "VALIDATION", { field, min, max });
  const seen = clean.replaceAll(BLANK_LETTERS, "");
  must(clean === "" || /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen), "VALIDATION", { field });
  return clean;
}

/**
 * Why something is turned down, stopped or called off, for others to read: up to `max` characters. Refuses REASON_REQUIRED
 * when there is none, and VALIDATION.
 */
export function cleanReason(reason: string, max = 300): string {
  must(reason.trim() !== "", "REASON_REQUIRED", { field: "reason" });
  return cleanText(reason, "reason", max);
}

/** Refuses (PASSWORD_TOO_WEAK) what is shorter than 8 or longer than 128, common, or the login itself. */
export function checkPassword(password: string, login: string, common: ReadonlySet<string>): void {
  const lower = password.toLowerCase();
  const local = login.split("@")[0] ?? login;
  const weak = password.length < 8 || password.length > 128 || common.has(lower) || lower === login || lower === local;
  if (weak) throw new Refusal("PASSWORD_TOO_WEAK", { field: "password", min: 8, max: 128 });
}
