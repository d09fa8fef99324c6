import type { AuditedStatement } from "../payments/ledger-audit.js";
import { marks, type Sql } from "../platform/sql.js";

/** How many statements are looked at at once. */
const BATCH = 500;

interface Figures {
  readonly id: string;
  readonly no: string;
  readonly supplierId: string;
  readonly state: string;
  readonly net: number;
  readonly retained: number;
}
interface LineSums {
  readonly statementId: string;
  readonly amount: number;
  readonly retained: number;
}
interface Booked {
  readonly statementId: string;
  readonly paid: number;
  readonly retained: number;
}

/** Walks over all statements: what they and their lines say beside what the books say was paid and kept back. */
export async function* allStatements(sql: Sql): AsyncGenerator<AuditedStatement> {
  let after = "";
  for (;;) {
    const rows = await sql.query<Figures>(
      `SELECT id, no, supplierId, state, net, retained FROM statements WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return;
    const ids = rows.map(({ id }) => id);
    const lines = new Map((await lineSums(sql, ids)).map((row) => [row.statementId, row]));
    const books = new Map((await booked(sql, rows)).map((row) => [row.statementId, row]));
    for (const { id, no, state, net, retained } of rows) {
      const [own, told] = [lines.get(id), books.get(id)];
      yield {
        no,
        isPaid: state === "PAID",
        net: Number(net),
        retained: Number(retained),
        lines: Number(own?.amount ?? 0) - Number(own?.retained ?? 0),
        bookedPaid: Number(told?.paid ?? 0),
        bookedRetained: Number(told?.retained ?? 0),
      };
    }
    after = last.id;
  }
}

function lineSums(sql: Sql, ids: readonly string[]): Promise<LineSums[]> {
  return sql.query<LineSums>(
    `SELECT statementId, SUM(amount) AS amount, SUM(retained) AS retained FROM statement_lines
     WHERE statementId IN (${marks(ids)}) AND state = 'ACTIVE' GROUP BY statementId`,
    ids,
  );
}

/** Its supplier leads to a posting: no index knows statements. */
function booked(sql: Sql, statements: readonly Figures[]): Promise<Booked[]> {
  const ids = statements.map(({ id }) => id);
  const suppliers = [...new Set(statements.map(({ supplierId }) => supplierId))];
  return sql.query<Booked>(
    `SELECT p.statementId, SUM(CASE WHEN p.account = '1002' THEN p.credit ELSE 0 END) AS paid,
       SUM(CASE WHEN p.account = '2202.R' THEN p.credit ELSE 0 END) AS retained
     FROM postings p JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1 AND l.kind = 'STATEMENT_PAID'
     WHERE p.supplierId IN (${marks(suppliers)}) AND p.account IN ('1002', '2202.R') AND p.statementId IN (${marks(ids)})
     GROUP BY p.statementId`,
    [...suppliers, ...ids],
  );
}
