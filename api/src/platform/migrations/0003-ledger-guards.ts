import type { Migration } from "../migrator.js";

/** Code, name, English name and the side that makes it grow; `payments/accounts.ts` holds the same for the program. */
const chart = [
  ["1002", "银行存款", "Bank", "DEBIT"],
  ["1012.TEST", "测试通道在途", "Test channel in transit", "DEBIT"],
  ["1122", "应收客户款", "Customer receivable", "DEBIT"],
  ["2202", "应付服务商款", "Supplier payable", "CREDIT"],
  ["2203", "预收客户款", "Customer advances", "CREDIT"],
  ["2221", "应交增值税（销项）", "VAT output", "CREDIT"],
  ["2241.C", "客户余款（待退或抵用）", "Customer credit", "CREDIT"],
  ["6001", "服务收入", "Service revenue", "CREDIT"],
  ["6401", "服务成本", "Cost of services", "DEBIT"],
].map((account) => `(${account.map((text) => `'${text}'`).join(", ")})`);
const chartRows = `INTO ledger_accounts (code, name, nameEn, normalSide) VALUES ${chart.join(", ")}`;

const columns = ["id", "no", "kind", "memo", "at", "orderId", "idempotencyKey", "actorId"];
const oneSided = "((NEW.debit > 0 AND NEW.credit = 0) OR (NEW.debit = 0 AND NEW.credit > 0))";
const sealedAlready = "(SELECT l.sealed FROM ledger_transactions l WHERE l.id = NEW.transactionId)";
const unbalanced = `(SELECT COUNT(*) < 2 OR SUM(p.debit) <> SUM(p.credit) FROM postings p WHERE p.transactionId = NEW.id)`;

/**
 * The database as the ledger's referee: postings and transactions can't be changed or deleted, a transaction is sealed
 * once and only when it balances, and nothing is added to a sealed one.
 */
export const ledgerGuards: Migration = {
  name: "0003-ledger-guards",
  statements: {
    sqlite: [
      `INSERT OR IGNORE ${chartRows}`,
      "CREATE TRIGGER postings_stay BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'Postings are never changed.'); END",
      "CREATE TRIGGER postings_last BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'Postings are never deleted.'); END",
      `CREATE TRIGGER postings_fit BEFORE INSERT ON postings BEGIN
        SELECT RAISE(ABORT, 'A posting has one side above zero.') WHERE NOT ${oneSided};
        SELECT RAISE(ABORT, 'A sealed transaction takes no more postings.') WHERE ${sealedAlready} <> 0;
      END`,
      `CREATE TRIGGER ledger_transactions_open BEFORE INSERT ON ledger_transactions WHEN NEW.sealed <> 0
        BEGIN SELECT RAISE(ABORT, 'A transaction is sealed after its postings.'); END`,
      `CREATE TRIGGER ledger_transactions_seal BEFORE UPDATE ON ledger_transactions BEGIN
        SELECT RAISE(ABORT, 'A ledger transaction is only ever sealed.')
          WHERE NOT (OLD.sealed = 0 AND NEW.sealed = 1 AND ${columns.map((c) => `NEW.${c} IS OLD.${c}`).join(" AND ")});
        SELECT RAISE(ABORT, 'Debits and credits differ.') WHERE ${unbalanced};
      END`,
      `CREATE TRIGGER ledger_transactions_last BEFORE DELETE ON ledger_transactions
        BEGIN SELECT RAISE(ABORT, 'Ledger transactions are never deleted.'); END`,
    ],
    mysql: [
      `INSERT IGNORE ${chartRows}`,
      `CREATE TRIGGER postings_stay BEFORE UPDATE ON postings FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Postings are never changed.'`,
      `CREATE TRIGGER postings_last BEFORE DELETE ON postings FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Postings are never deleted.'`,
      `CREATE TRIGGER postings_fit BEFORE INSERT ON postings FOR EACH ROW BEGIN
        IF NOT ${oneSided} THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A posting has one side above zero.';
        END IF;
        IF ${sealedAlready} <> 0 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A sealed transaction takes no more postings.';
        END IF;
      END`,
      `CREATE TRIGGER ledger_transactions_open BEFORE INSERT ON ledger_transactions FOR EACH ROW BEGIN
        IF NEW.sealed <> 0 THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A transaction is sealed after its postings.';
        END IF;
      END`,
      `CREATE TRIGGER ledger_transactions_seal BEFORE UPDATE ON ledger_transactions FOR EACH ROW BEGIN
        IF NOT (OLD.sealed = 0 AND NEW.sealed = 1 AND ${columns.map((c) => `NEW.\`${c}\` <=> OLD.\`${c}\``).join(" AND ")}) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A ledger transaction is only ever sealed.';
        END IF;
        IF ${unbalanced} THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Debits and credits differ.';
        END IF;
      END`,
      `CREATE TRIGGER ledger_transactions_last BEFORE DELETE ON ledger_transactions FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Ledger transactions are never deleted.'`,
    ],
  },
};
