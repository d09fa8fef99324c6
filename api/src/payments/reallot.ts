import { principalOf } from "../catalogue/collection.js";
import { type Fen, fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { type FundedComponent, type Funding, type FundingPart, NOT_FUNDED, ownPrice } from "./funding.js";
import { credit, debit, type PostingLine, some } from "./postings.js";

/** One part of an order's money: what the platform's own parts have together, what one supplier's has, one official fee. */
export interface Pocket {
  readonly kind: "OWN" | "HELD" | "FEE";
  readonly componentId: string | null;
  readonly supplierId: string | null;
  /** What came for it and was not given back. */
  readonly funded: Fen;
  /** What it costs now. */
  readonly target: Fen;
  /** What of it is still here: not released, not passed on, not collected by its supplier. */
  readonly here: Fen;
}

/** A part of an order as the pockets are made of it; `returned` and its fee went back by wishes before its work was accepted. */
export interface PocketComponent extends FundedComponent {
  readonly earnedAt: number | null;
  readonly returned: Fen;
  readonly feeReturned: Fen;
}

/** What the books say of the platform's own parts together: 2203 and 1122. */
export interface OwnMoney {
  readonly advances: Fen;
  readonly receivable: Fen;
}

/** The pockets of an order at its present prices. */
export function pocketsOf(
  components: readonly PocketComponent[],
  funding: ReadonlyMap<string, Funding>,
  { advances, receivable }: OwnMoney,
): Pocket[] {
  const isOwn = (part: PocketComponent): boolean => principalOf(part.collectionMode) === "PLATFORM";
  const toEarn = components.filter((part) => isOwn(part) && part.earnedAt === null).map(priceLeft);
  const own = { componentId: null, supplierId: null, funded: advances, here: advances };
  const others = components.flatMap((part): Pocket[] => {
    const { held, released, direct, fee, feePaid } = funding.get(part.id) ?? NOT_FUNDED;
    const about = { componentId: part.id, supplierId: part.supplierId };
    const office = part.state === "ACTIVE" ? atLeastZero(part.officialFee - part.feeReturned) : feePaid;
    return [
      ...(isOwn(part)
        ? []
        : [
            {
              ...about,
              kind: "HELD" as const,
              funded: plus(held, direct),
              target: priceLeft(part),
              here: minus(held, released),
            },
          ]),
      { ...about, kind: "FEE", funded: fee, target: office, here: minus(fee, feePaid) },
    ];
  });
  return [{ kind: "OWN", ...own, target: plus(...toEarn, receivable) }, ...others];
}

const atLeastZero = (value: number): Fen => fen(Math.max(0, value));

function priceLeft(part: PocketComponent): Fen {
  return part.state === "ACTIVE" ? atLeastZero(ownPrice(part) - part.returned) : ZERO;
}

/** What suppliers collected themselves beyond what their parts cost by now. */
export function collectedBeyond(
  components: readonly PocketComponent[],
  funding: ReadonlyMap<string, Funding>,
): FundingPart[] {
  return components.flatMap((part) => {
    const { direct } = funding.get(part.id) ?? NOT_FUNDED;
    const amount = direct > ZERO ? atLeastZero(direct - priceLeft(part)) : ZERO;
    const about = { componentId: part.id, supplierId: part.supplierId };
    return amount > ZERO ? [{ kind: "DIRECT" as const, ...about, amount }] : [];
  });
}

/** What came for each part once the supplier owes what it collected too much, and that is held like other money. */
export function withCollected(
  funding: ReadonlyMap<string, Funding>,
  collected: readonly FundingPart[],
): ReadonlyMap<string, Funding> {
  const next = new Map(funding);
  for (const { componentId, amount } of collected) {
    const came = next.get(componentId ?? "") ?? NOT_FUNDED;
    next.set(componentId ?? "", { ...came, held: plus(came.held, amount), direct: minus(came.direct, amount) });
  }
  return next;
}

/** The books of it: what a supplier took as its own seller it took, by now, for others (1221.S). */
export function collectedPostings(collected: readonly FundingPart[]): PostingLine[] {
  return collected.flatMap((part) => [
    debit("9002", part.amount, aboutOf(part)),
    debit("1221.S", part.amount, aboutOf(part)),
    credit("9001", part.amount, part.supplierId === null ? {} : { supplierId: part.supplierId }),
    credit("2241.H", part.amount, aboutOf(part)),
  ]);
}

const aboutOf = ({ componentId, supplierId }: FundingPart) => ({
  ...(componentId ? { componentId } : {}),
  ...(supplierId ? { supplierId } : {}),
});

/** What becomes of money that lies in pockets which cost less by now. */
export interface Reallotment {
  /** What goes back to the customer of each part of others, by the component's id. */
  readonly back: ReadonlyMap<string, Fen>;
  /** What goes back of the platform's own parts. */
  readonly ownBack: Fen;
  /** What no pocket has too much of. */
  readonly unplaced: Fen;
  /** What leaves pockets that have too much, and what reaches those that want it; both sum to the same. */
  readonly leaves: readonly FundingPart[];
  readonly reaches: readonly FundingPart[];
}

/**
 * Gives `refund` back out of the pockets that have more than they cost, and moves the rest of what they have too much to
 * those that have less: so that no part keeps money of another, and the last instalment makes all of them whole. What was
 * released already can't be moved, so that goes back first.
 */
export function reallot(pockets: readonly Pocket[], refund: Fen): Reallotment {
  const surplus = pockets.map(({ funded, target }) => atLeastZero(funded - target));
  const movable = pockets.map(({ here }, index) => fen(Math.min(surplus[index] ?? 0, atLeastZero(here))));
  const stuck = surplus.map((amount, index) => minus(amount, movable[index] ?? ZERO));
  const first = upTo(refund, stuck);
  const second = upTo(minus(refund, plus(...first)), movable);
  const left = movable.map((amount, index) => minus(amount, second[index] ?? ZERO));
  const wants = pockets.map(({ funded, target }) => atLeastZero(target - funded));
  const reaching = upTo(plus(...left), wants);
  const leaving = upTo(plus(...reaching), left);
  const backOf = pockets.map((_, index) => plus(first[index] ?? ZERO, second[index] ?? ZERO));
  const back = new Map<string, Fen>();
  for (const [index, { componentId }] of pockets.entries()) {
    const amount = backOf[index] ?? ZERO;
    if (componentId !== null && amount > ZERO) back.set(componentId, plus(back.get(componentId) ?? ZERO, amount));
  }
  const ownBack = plus(...backOf.filter((_, index) => pockets[index]?.kind === "OWN"));
  const unplaced = minus(refund, plus(...backOf));
  return { back, ownBack, unplaced, leaves: moved(pockets, leaving), reaches: moved(pockets, reaching) };
}

/** At most `amount`, in proportion to what each may take and never more than that. */
function upTo(amount: Fen, most: readonly Fen[]): Fen[] {
  const all = plus(...most);
  const taken = amount < all ? amount : all;
  return taken === ZERO ? most.map(() => ZERO) : split(taken, most);
}

function moved(pockets: readonly Pocket[], amounts: readonly Fen[]): FundingPart[] {
  return pockets.flatMap(({ kind, componentId, supplierId }, index) => {
    const amount = amounts[index] ?? ZERO;
    return amount > ZERO ? [{ kind, componentId, supplierId, amount }] : [];
  });
}

const accounts = { OWN: "2203", HELD: "2241.H", FEE: "2241.G", DIRECT: "9002" } as const;

/** The books of money that changes pockets; the platform's own pays what customers owe (1122) first. */
export function reallotPostings(
  { leaves, reaches }: Pick<Reallotment, "leaves" | "reaches">,
  openReceivable: Fen,
): PostingLine[] {
  return some([
    ...leaves.map((part) => debit(accounts[part.kind], part.amount, aboutOf(part))),
    ...reaches.flatMap((part) => {
      if (part.kind !== "OWN") return [credit(accounts[part.kind], part.amount, aboutOf(part))];
      const settles = part.amount < openReceivable ? part.amount : openReceivable;
      return [credit("1122", settles), credit("2203", minus(part.amount, settles))];
    }),
  ]);
}
