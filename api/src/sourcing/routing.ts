import { mayDo } from "../catalogue/composition.js";
import { DAY } from "../kernel/clock.js";
import { groupBy } from "../kernel/group.js";
import type { InquiryLine, InquirySubject } from "./inquiry.js";
import type { InvitationState } from "./invitation.js";

/** After so many rounds that brought too few bids a person takes over. */
export const MAX_ROUNDS = 2;
/** A supplier that so many customers wait for is passed over in the first round; one customer alone makes nobody busy. */
export const BUSY_AT = 20;

/** What counts when the platform chooses whom to invite, in points of 100. The one table of weights. */
export const inviteWeights = {
  /** How much of what is asked for it can do. */
  COVERAGE: 35,
  /** Its rating, drawn towards the average while there are few reviews. */
  RATING: 25,
  /** How well it can do these items, of five. */
  LEVEL: 15,
  /** How long ago it was last invited to anything, full after a week. */
  FAIRNESS: 25,
} as const;
export type InviteScoreCode = keyof typeof inviteWeights;

export interface InviteScorePart {
  readonly code: InviteScoreCode;
  /** 0…1 */
  readonly value: number;
  readonly weight: number;
  readonly points: number;
}

/** Why a supplier is not invited in this round. */
export type InviteBlocker = "REGION" | "FULL" | "BUSY" | "ALREADY_ASKED";
/** Why it was: by points, because it had waited longest, or because staff named it. */
export type InviteReason = "BEST_SCORE" | "ROTATION" | "BY_HAND";

/** A supplier's service in force for one of the items, as the suppliers' room tells it. */
export interface AbleService {
  readonly supplierId: string;
  readonly itemId: string;
  readonly level: number;
  readonly regions: readonly string[];
  readonly ratingCount: number;
  readonly overallSum: number;
}

type WantedLine = Pick<InquiryLine, "itemId" | "eligible">;

/** What an inquiry asks of suppliers. */
export interface RouteNeed {
  readonly subject: InquirySubject;
  readonly lines: readonly WantedLine[];
  readonly regionCode: string;
  readonly maxSuppliers: number;
  readonly round: number;
}

/** How much each supplier is asked for; one that is absent was never asked. */
export interface InviteDemand {
  readonly openInvitations: ReadonlyMap<string, number>;
  readonly lastInvitedAt: ReadonlyMap<string, number>;
  /** Who has no room on the day that is wanted. */
  readonly full: ReadonlySet<string>;
}

/** An invitation that was sent before, in this round or an earlier one. */
export interface Invited {
  readonly supplierId: string;
  readonly round: number;
  readonly state: InvitationState;
}

export interface RankedInvitee {
  readonly supplierId: string;
  readonly eligible: boolean;
  readonly blockers: readonly InviteBlocker[];
  readonly score: number;
  readonly trace: readonly InviteScorePart[];
}

export interface Invitee extends RankedInvitee {
  readonly reason: InviteReason;
}

/** The items a supplier must do one of: those of the lines, or for a need every item of its category. */
export function wantedItems(
  inquiry: { readonly subject: InquirySubject; readonly lines: readonly Pick<InquiryLine, "itemId">[] },
  inCategory: readonly { readonly id: string }[],
): string[] {
  const ids = inquiry.subject === "NEED" ? inCategory.map(({ id }) => id) : inquiry.lines.map(({ itemId }) => itemId);
  return [...new Set(ids)];
}

/** Whether a service may do a line: it is of its item, and of a supplier that the product allows for it. */
export function mayServe(line: WantedLine, service: Pick<AbleService, "supplierId" | "itemId" | "level">): boolean {
  return mayDo({ itemId: line.itemId, eligible: line.eligible ?? { kind: "ALL" } }, service);
}

/** The services that may do something of what is asked: of a need all, else those that may do one of its lines. */
export function ableServices<Service extends Pick<AbleService, "supplierId" | "itemId" | "level">>(
  inquiry: Pick<RouteNeed, "subject" | "lines">,
  services: readonly Service[],
): Service[] {
  const { subject, lines } = inquiry;
  return services.filter((service) => subject === "NEED" || lines.some((line) => mayServe(line, service)));
}

/** Who of the suppliers of `services` has none that is among the `roomy` ones. */
export function withoutRoom<Service extends Pick<AbleService, "supplierId">>(
  services: readonly Service[],
  roomy: readonly Service[],
): Set<string> {
  const free = new Set(roomy.map(({ supplierId }) => supplierId));
  return new Set(services.flatMap(({ supplierId }) => (free.has(supplierId) ? [] : [supplierId])));
}

/** Every supplier that can do some of it, with its score and what speaks against it: the eligible first, then by score. */
export function rankInvitees(
  need: RouteNeed,
  services: readonly AbleService[],
  demand: InviteDemand,
  invited: readonly Invited[],
  now: number,
): RankedInvitee[] {
  const wanted = new Set(need.lines.map((line) => line.itemId));
  const bySupplier = groupBy(ableServices(need, services), (service) => service.supplierId);
  return [...bySupplier]
    .map(([supplierId, own]): RankedInvitee => {
      const blockers = blockersOf(need, own, demand, invited);
      const trace = traceOf(need, own, wanted, demand.lastInvitedAt.get(supplierId), now);
      const score = round4(trace.reduce((sum, part) => sum + part.points, 0));
      return { supplierId, eligible: blockers.length === 0, blockers, score, trace };
    })
    .sort(byWorth);
}

/**
 * Whom this round invites: the best of the eligible, never more than the inquiry's cap in one round. Of three places or
 * more one goes to who has waited longest for an invitation, so that everybody eligible is asked in turn however low
 * their score is.
 */
export function chooseInvitees(need: RouteNeed, ranked: readonly RankedInvitee[], demand: InviteDemand): Invitee[] {
  const eligible = ranked.filter((candidate) => candidate.eligible);
  const cap = need.maxSuppliers;
  const byScore = eligible.slice(0, cap).map((one): Invitee => ({ ...one, reason: "BEST_SCORE" }));
  if (cap < 3 || eligible.length <= cap) return byScore;
  const kept = byScore.slice(0, cap - 1);
  const left = eligible.slice(cap - 1);
  const [longest] = [...left].sort((a, b) => waiting(a, demand) - waiting(b, demand) || byWorth(a, b));
  return longest ? [...kept, { ...longest, reason: "ROTATION" }] : byScore;
}

const waiting = ({ supplierId }: RankedInvitee, demand: InviteDemand): number =>
  demand.lastInvitedAt.get(supplierId) ?? Number.NEGATIVE_INFINITY;

/** A round after the first asks again who did not answer, and also who has much to answer or no room on the day. */
function blockersOf(
  need: RouteNeed,
  own: readonly AbleService[],
  demand: InviteDemand,
  invited: readonly Invited[],
): InviteBlocker[] {
  const blockers: InviteBlocker[] = [];
  const supplierId = own[0]?.supplierId ?? "";
  if (!own.some((service) => service.regions.includes(need.regionCode))) blockers.push("REGION");
  if (need.round === 1 && demand.full.has(supplierId)) blockers.push("FULL");
  if (need.round === 1 && (demand.openInvitations.get(supplierId) ?? 0) >= BUSY_AT) blockers.push("BUSY");
  const before = invited.find((invitation) => invitation.supplierId === supplierId);
  if (before && (before.round === need.round || before.state !== "NO_RESPONSE")) blockers.push("ALREADY_ASKED");
  return blockers;
}

/** A supplier with n reviews counts as having n of its own and these besides. */
const PRIOR_REVIEWS = 5;
const PRIOR_RATING = 4.2;
const WEEK = 7 * DAY;

function traceOf(
  need: RouteNeed,
  own: readonly AbleService[],
  wanted: ReadonlySet<string>,
  lastInvitedAt: number | undefined,
  now: number,
): InviteScorePart[] {
  const [first] = own;
  const rating =
    (PRIOR_RATING * PRIOR_REVIEWS + (first?.overallSum ?? 0)) / (PRIOR_REVIEWS + (first?.ratingCount ?? 0));
  const covered = new Set(own.map((service) => service.itemId)).size;
  const values: Record<InviteScoreCode, number> = {
    // A need names no items: whoever works in its category can look at it.
    COVERAGE: need.subject === "NEED" || wanted.size === 0 ? 1 : covered / wanted.size,
    RATING: (rating - 1) / 4,
    LEVEL: own.reduce((sum, service) => sum + service.level, 0) / own.length / 5,
    FAIRNESS: lastInvitedAt === undefined ? 1 : (now - lastInvitedAt) / WEEK,
  };
  return (Object.keys(inviteWeights) as InviteScoreCode[]).map((code) => {
    const value = round4(Math.min(1, Math.max(0, values[code])));
    return { code, value, weight: inviteWeights[code], points: round4(value * inviteWeights[code]) };
  });
}

/** Equal scores go by id: the same question always has the same answer. */
function byWorth(a: RankedInvitee, b: RankedInvitee): number {
  if (a.eligible !== b.eligible) return a.eligible ? -1 : 1;
  return b.score - a.score || (a.supplierId < b.supplierId ? -1 : 1);
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/** What happens to an inquiry whose deadline has come. */
export type AtDeadline = "EVALUATE" | "WIDEN" | "RUN_DRY";

/**
 * Enough bids: they are opened. Too few: more suppliers are asked, as long as there are any and rounds are left. Else
 * whatever came is opened, and where nothing came a person takes over.
 */
export function atDeadline(inquiry: {
  readonly bids: number;
  readonly minBids: number;
  readonly round: number;
  readonly othersLeft: boolean;
}): AtDeadline {
  if (inquiry.bids >= inquiry.minBids) return "EVALUATE";
  if (inquiry.othersLeft && inquiry.round < MAX_ROUNDS) return "WIDEN";
  return inquiry.bids > 0 ? "EVALUATE" : "RUN_DRY";
}
