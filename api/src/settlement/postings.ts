import { minus, plus, ZERO } from "../kernel/money.js";
import { credit, debit, type PostingLine, some } from "../payments/postings.js";
import type { NewLine } from "./line.js";

/**
 * A statement is paid (TP4, TP5d, TP6b, TP9, TA3, TA6, TS3): what was owed is settled line by line, part of it is kept back,
 * what the supplier owed is set off, and the rest leaves the bank. Each line names its order and component.
 */
export function statementPostings(lines: readonly Omit<NewLine, "parts">[], supplierId: string): PostingLine[] {
  const about = (line: Omit<NewLine, "parts">): NonNullable<PostingLine["about"]> => ({
    supplierId,
    ...(line.orderId ? { orderId: line.orderId } : {}),
    ...(line.componentId ? { componentId: line.componentId } : {}),
  });
  const settled = lines.map((line) =>
    line.amount > ZERO
      ? debit(line.account, line.amount, about(line))
      : credit(line.account, minus(ZERO, line.amount), about(line)),
  );
  const kept = lines.map((line) => credit("2202.R", line.retained, about(line)));
  const leaves = minus(plus(...lines.map(({ amount }) => amount)), plus(...lines.map(({ retained }) => retained)));
  return some([...settled, ...kept, credit("1002", leaves)]);
}
