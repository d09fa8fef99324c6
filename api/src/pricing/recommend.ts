/** What is known of a supplier's service when one has to be chosen. */
export interface Candidate {
  readonly id: string;
  readonly supplierId: string;
  readonly salePrice: number;
  readonly ratingCount: number;
  /** Sum of the marks from 1 to 5. */
  readonly overallSum: number;
  /** Pieces of work that customers accepted. */
  readonly completedCount: number;
}

/** Why a candidate stands where it stands: its strongest side, for the customer who compares. */
export const offerReasons = ["ONLY_CHOICE", "BEST_RATED", "LOWEST_PRICE", "MOST_EXPERIENCED", "BALANCED"] as const;
export type OfferReason = (typeof offerReasons)[number];

export interface Ranked<Service extends Candidate> {
  readonly service: Service;
  /** 0…100. */
  readonly score: number;
  readonly reason: OfferReason;
}

/** A newcomer counts as if three customers had given it a 4.2, so one good mark does not beat a long record. */
const PRIOR_COUNT = 3;
const PRIOR_MEAN = 4.2;
/** From here on more experience adds no points. */
const ENOUGH_COMPLETED = 100;
const WEIGHTS = { rating: 50, price: 30, experience: 20 } as const;

/**
 * Ranks the services that can do the same item, best first: marks count half, the price three tenths, experience the
 * rest. The same candidates always rank alike: ties go to the lower price, then to the lower id.
 */
export function rank<Service extends Candidate>(services: readonly Service[]): Ranked<Service>[] {
  const prices = services.map((service) => service.salePrice);
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)];
  return services
    .map((service) => ({ service, score: scoreOf(service, lowest, highest), reason: reasonOf(service, services) }))
    .sort(
      (a, b) =>
        b.score - a.score || a.service.salePrice - b.service.salePrice || (a.service.id < b.service.id ? -1 : 1),
    );
}

function scoreOf(service: Candidate, lowest: number, highest: number): number {
  const cheapness = highest === lowest ? 1 : (highest - service.salePrice) / (highest - lowest);
  const experience = Math.log1p(Math.min(service.completedCount, ENOUGH_COMPLETED)) / Math.log1p(ENOUGH_COMPLETED);
  const points =
    (WEIGHTS.rating * (meanOf(service) - 1)) / 4 + WEIGHTS.price * cheapness + WEIGHTS.experience * experience;
  // Rounded so that two machines can't disagree in the last bit.
  return Math.round(points * 100) / 100;
}

function meanOf(service: Candidate): number {
  return (service.overallSum + PRIOR_COUNT * PRIOR_MEAN) / (service.ratingCount + PRIOR_COUNT);
}

function reasonOf(service: Candidate, all: readonly Candidate[]): OfferReason {
  const others = all.filter((other) => other.id !== service.id);
  if (others.length === 0) return "ONLY_CHOICE";
  if (service.ratingCount > 0 && others.every((other) => meanOf(other) < meanOf(service))) return "BEST_RATED";
  if (others.every((other) => other.salePrice > service.salePrice)) return "LOWEST_PRICE";
  if (others.every((other) => other.completedCount < service.completedCount)) return "MOST_EXPERIENCED";
  return "BALANCED";
}
