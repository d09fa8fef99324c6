import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import type { LedgerKind } from "../payments/ledger-kinds.js";
import type { SupplierAccount } from "../payments/supplier-item.js";

/** What an amount between the platform and a supplier is made of, in the order it is told. */
export const linePartKinds = [
  // What the customer's price gave, the platform's coupon included, and what the platform keeps of it.
  "GROSS",
  "COMMISSION",
  // What was agreed for work that the platform sells.
  "COST",
  // An official fee that the supplier paid in advance.
  "FEE",
  // What changed because the order did.
  "CHANGE",
  "REFUND_CLAIM",
  "CHARGE",
  "RETENTION",
  // What earlier statements, deposits and payments settled of it.
  "SETTLED",
  // What this statement leaves for the next.
  "LEFT",
  "OTHER",
] as const;
export type LinePartKind = (typeof linePartKinds)[number];

export interface LinePart {
  readonly kind: LinePartKind;
  /** Above zero for the supplier. */
  readonly amount: Fen;
}

/** What the books moved of one item by one kind of event. */
export interface ItemMovement {
  readonly kind: LedgerKind;
  readonly credit: Fen;
  readonly debit: Fen;
  /** The commission, with its tax, that the same events gave the platform. */
  readonly commission: Fen;
}

const kindOf: Partial<Record<LedgerKind, LinePartKind>> = {
  COST_INCURRED: "COST",
  COMMISSION_CLAIMED: "COMMISSION",
  FUNDS_MOVED: "CHANGE",
  OFFICIAL_FEE_PAID: "FEE",
  REFUND_GRANTED: "REFUND_CLAIM",
  REFUND_CLAIMED: "REFUND_CLAIM",
  SUPPLIER_CHARGED: "CHARGE",
  STATEMENT_PAID: "SETTLED",
  CLAIM_ENDED: "SETTLED",
};

/** An item's balance taken apart: the parts sum to it, none is zero, and each kind stands once. */
export function partsOf(account: SupplierAccount, balance: Fen, movements: readonly ItemMovement[]): LinePart[] {
  const told = movements.flatMap((movement) => partsOfMovement(account, movement));
  const known = plus(...told.map(({ amount }) => amount));
  return merged([...told, { kind: "OTHER", amount: minus(balance, known) }]);
}

/** The parts of a line that settles `amount` of an item. */
export function partsOfLine(parts: readonly LinePart[], balance: Fen, amount: Fen): LinePart[] {
  return merged([...parts, { kind: "LEFT", amount: minus(amount, balance) }]);
}

function partsOfMovement(account: SupplierAccount, { kind, credit, debit, commission }: ItemMovement): LinePart[] {
  const moved = minus(credit, debit);
  if (kind === "HELD_RELEASED") {
    return [
      { kind: "GROSS", amount: plus(moved, commission) },
      { kind: "COMMISSION", amount: minus(ZERO, commission) },
    ];
  }
  if (account === "2202.R" && kind === "STATEMENT_PAID") {
    return [
      { kind: "RETENTION", amount: credit },
      { kind: "SETTLED", amount: minus(ZERO, debit) },
    ];
  }
  return [{ kind: kindOf[kind] ?? "OTHER", amount: moved }];
}

function merged(parts: readonly LinePart[]): LinePart[] {
  return linePartKinds.flatMap((kind) => {
    const amount = plus(...parts.filter((part) => part.kind === kind).map((part) => part.amount));
    return amount === ZERO ? [] : [{ kind, amount }];
  });
}
