import { cleanText } from "../identity/account.js";
import { DAY } from "../kernel/clock.js";
import { type Fen, fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { cleanRegions } from "./region.js";
import { cleanOffer, type ServiceOffer } from "./service.js";

/** What a revision says besides its prices. Null is "nothing special": the supplier's regions, no floor, no limit, at once. */
export interface ServiceTerms {
  /** Codes of regions, a part of the supplier's own. */
  readonly regions: readonly string[] | null;
  readonly brands: readonly string[];
  /** The least that one piece of work is charged. */
  readonly minCharge: Fen | null;
  /** How many pieces of its work may be open at once. */
  readonly concurrent: number | null;
  /** Hours from the order until the work can begin. */
  readonly leadHours: number | null;
  /** Hours before the day wanted by which it must be ordered. */
  readonly noticeHours: number | null;
  /** Epoch ms; null or past takes effect with the approval. */
  readonly effectiveFrom: number | null;
  /** Epoch ms, exclusive; null has no end. */
  readonly effectiveTo: number | null;
}

/** A whole revision as it is proposed. */
export type ServiceProposal = ServiceOffer & ServiceTerms;

export const noTerms: ServiceTerms = {
  regions: null,
  brands: [],
  minCharge: null,
  concurrent: null,
  leadHours: null,
  noticeHours: null,
  effectiveFrom: null,
  effectiveTo: null,
};

const MIN_CHARGE_LIMIT = 1_000_000_000;
/** Nobody knows prices further ahead. */
const HORIZON = 2 * 366 * DAY;

/**
 * Checks a proposal. Refuses VALIDATION, naming the field: what `cleanOffer` refuses; regions outside `supplierRegions`;
 * more than 20 brands; a floor, limit or number of hours out of range; a day in the past or more than two years ahead,
 * and an end that is not after the beginning.
 */
export function cleanProposal(
  proposal: ServiceProposal,
  supplierRegions: readonly string[],
  now: number,
): ServiceProposal {
  const { effectiveFrom, effectiveTo } = proposal;
  checkDays(effectiveFrom, effectiveTo, now);
  return {
    ...cleanOffer(proposal),
    regions: partOf(proposal.regions, supplierRegions),
    brands: cleanBrands(proposal.brands),
    minCharge: proposal.minCharge === null ? null : cleanMinCharge(proposal.minCharge),
    concurrent: whole(proposal.concurrent, "concurrent", 1, 10_000),
    leadHours: whole(proposal.leadHours, "leadHours", 0, 24 * 90),
    noticeHours: whole(proposal.noticeHours, "noticeHours", 0, 24 * 90),
    effectiveFrom,
    effectiveTo,
  };
}

function checkDays(from: number | null, to: number | null, now: number): void {
  const far = now + HORIZON;
  // A minute's grace: the clock of whoever proposes is not ours.
  if (from !== null) must(from > now - 60_000 && from < far, "VALIDATION", { field: "effectiveFrom", min: now });
  const least = Math.max(now, from ?? now);
  if (to !== null) must(to > least && to < far, "VALIDATION", { field: "effectiveTo", min: least });
}

function partOf(wanted: readonly string[] | null, own: readonly string[]): string[] | null {
  if (wanted === null || wanted.length === 0) return null;
  const clean = cleanRegions(wanted);
  const foreign = clean.find((code) => !own.includes(code));
  must(foreign === undefined, "VALIDATION", { field: "regions", value: foreign ?? null });
  return clean;
}

function cleanBrands(brands: readonly string[]): string[] {
  must(brands.length <= 20, "VALIDATION", { field: "brands", max: 20 });
  return [...new Set(brands.map((brand) => cleanText(brand, "brands", 40)))];
}

function cleanMinCharge(amount: Fen): Fen {
  must(amount >= 1 && amount <= MIN_CHARGE_LIMIT, "VALIDATION", { field: "minCharge", max: MIN_CHARGE_LIMIT });
  return fen(amount);
}

function whole(value: number | null, field: string, min: number, max: number): number | null {
  if (value === null) return null;
  must(Number.isInteger(value) && value >= min && value <= max, "VALIDATION", { field, min, max });
  return value;
}

/** The regions a service is offered in: its own where it names some, else its supplier's; never one the supplier left. */
export function regionsOfService(own: readonly string[] | null, supplierRegions: readonly string[]): string[] {
  return own === null ? [...supplierRegions] : own.filter((code) => supplierRegions.includes(code));
}
