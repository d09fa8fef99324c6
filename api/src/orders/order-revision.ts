import type { Fen } from "../kernel/money.js";

/** A line as a revision keeps it. */
export interface RevisedLine {
  readonly id: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly supplierId: string;
  readonly saleAmount: Fen;
  readonly costAmount: Fen;
  readonly state: string;
}

/** An instalment as a revision keeps it. */
export interface RevisedInstalment {
  readonly seq: number;
  readonly name: string;
  readonly amount: Fen;
  readonly state: string;
}

/** What an order said at one revision: the whole of what an amendment can change. */
export interface RevisionSnapshot {
  readonly total: Fen;
  readonly cost: Fen;
  readonly lines: readonly RevisedLine[];
  readonly plan: readonly RevisedInstalment[];
}

interface Sums {
  readonly total: Fen;
  readonly cost: Fen;
}

/** Keeps of rows what a revision tells, and nothing that an amendment can't change. */
export function snapshotOf(
  { total, cost }: Sums,
  lines: readonly RevisedLine[],
  plan: readonly RevisedInstalment[],
): RevisionSnapshot {
  return {
    total,
    cost,
    lines: lines.map(({ id, itemName, unit, quantity, supplierId, saleAmount, costAmount, state }) => {
      return { id, itemName, unit, quantity, supplierId, saleAmount, costAmount, state };
    }),
    plan: plan.map(({ seq, name, amount, state }) => ({ seq, name, amount, state })),
  };
}
