import { type Fen, fen, plus, times } from "../kernel/money.js";
import type { BidLine, BidState } from "./bid.js";
import { payOf, type SourcingTerms, saleUnitPrice } from "./markup.js";

/** A bid as the sheet compares it. */
export interface ComparedBid {
  readonly id: string;
  readonly supplierId: string;
  readonly state: BidState;
  readonly lines: readonly BidLine[];
}

export interface SheetCell {
  readonly bidId: string;
  /** What the customer pays for a unit, and for the line. */
  readonly unitPrice: Fen;
  readonly amount: Fen;
  /** What the supplier gets for the line. */
  readonly costAmount: Fen;
  readonly leadDays: number | null;
  readonly note: string | null;
  /** No standing bid asks less for this line. Told in words, never by colour alone. */
  readonly lowest: boolean;
}

export interface SheetRow {
  readonly code: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  /** One for each bid that prices the line. */
  readonly cells: readonly SheetCell[];
}

export interface SheetColumn {
  readonly bidId: string;
  readonly total: Fen;
  readonly cost: Fen;
  /** Whether the bid prices every line that some bid prices. */
  readonly complete: boolean;
  /** No complete standing bid comes to less. */
  readonly lowest: boolean;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
}

interface AskedLine {
  readonly code: string;
}

/** Bids side by side in the prices the customer would pay: rows in the order of the inquiry's lines, then the others by item. */
export function compare(asked: readonly AskedLine[], bids: readonly ComparedBid[], terms: SourcingTerms): Sheet {
  const cells = bids.flatMap((bid) => bid.lines.map((line) => ({ bid, line, ...sold(line, terms) })));
  const codes = [...new Set([...asked.map(({ code }) => code), ...cells.map(({ line }) => line.code)])];
  const rows = codes.flatMap((code) => {
    const own = cells.filter((cell) => cell.line.code === code);
    const [first] = own;
    if (!first) return [];
    const standing = own.filter(({ bid }) => stands(bid.state)).map((cell) => cell.amount);
    const least = Math.min(...standing);
    const { itemId, itemName, unit, quantity } = first.line;
    return [
      {
        code,
        itemId,
        itemName,
        unit,
        quantity,
        cells: own.map(({ bid, line, unitPrice, amount, costAmount }) => ({
          bidId: bid.id,
          unitPrice,
          amount,
          costAmount,
          leadDays: line.leadDays,
          note: line.note,
          lowest: stands(bid.state) && amount === least,
        })),
      },
    ];
  });
  return { rows, columns: columnsOf(rows, bids) };
}

function columnsOf(rows: readonly SheetRow[], bids: readonly ComparedBid[]): SheetColumn[] {
  const sums = bids.map((bid) => {
    const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.bidId === bid.id));
    const total = plus(...cells.map((cell) => cell.amount));
    const cost = plus(...cells.map((cell) => cell.costAmount));
    return { bid, total, cost, complete: cells.length === rows.length };
  });
  const least = Math.min(
    ...sums.filter(({ bid, complete }) => complete && stands(bid.state)).map(({ total }) => total),
  );
  return sums.map(({ bid, total, cost, complete }) => ({
    bidId: bid.id,
    total,
    cost,
    complete,
    lowest: complete && stands(bid.state) && total === least,
  }));
}

/** What a line that was bid is sold for, and what its supplier gets. */
export function sold(line: BidLine, terms: SourcingTerms): { unitPrice: Fen; amount: Fen; costAmount: Fen } {
  const unitPrice = saleUnitPrice(fen(line.unitPrice), terms);
  const amount = times(unitPrice, line.quantity);
  return { unitPrice, amount, costAmount: payOf(fen(line.amount), terms) };
}

/** Whether a bid can be chosen, or was. */
export const stands = (state: BidState): boolean => state === "SUBMITTED" || state === "AWARDED" || state === "LOST";
