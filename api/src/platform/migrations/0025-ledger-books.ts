import type { Migration } from "../migrator.js";

const sealColumns = ["id", "no", "kind", "memo", "at", "orderId", "idempotencyKey", "actorId", "reverses"];
const unbalanced = `(SELECT COUNT(*) < 2 OR SUM(p.debit) <> SUM(p.credit) FROM postings p WHERE p.transactionId = NEW.id)`;
const closedUntil = "(SELECT COALESCE(MAX(p.endsAt), 0) FROM ledger_periods p)";
const CLOSED = "Its month is closed.";
const STAYS = "A closed month stays as it is.";

/** What was posted before, by account and month in Shanghai; done again it comes to the same. */
const earlierTotals = (month: string): string => `REPLACE INTO ledger_totals (account, month, slot, debit, credit)
  SELECT p.account, ${month}, 0, SUM(p.debit), SUM(p.credit) FROM postings p
  JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1 GROUP BY p.account, ${month}`;
const dated = "UPDATE postings SET at = (SELECT l.at FROM ledger_transactions l WHERE l.id = postings.transactionId)";

const indexes = [
  'CREATE UNIQUE INDEX "IDX_36e29105c8637a974778697f0f" ON "ledger_transactions" ("reverses")',
  'CREATE INDEX "IDX_dee84058b875c82c6abba3dfda" ON "ledger_transactions" ("kind", "at", "id")',
  'CREATE INDEX "IDX_72286d0f818662f8aad92eae61" ON "postings" ("account", "at", "id")',
];

/**
 * Totals by account and month so that balances cost the same however much was posted, months that are closed for good,
 * transactions that take others back, and what auditors found. The triggers referee: nothing is posted into a closed month,
 * and no closed month is opened again.
 */
export const ledgerBooks: Migration = {
  name: "0025-ledger-books",
  statements: {
    sqlite: [
      'ALTER TABLE "ledger_transactions" ADD COLUMN "reverses" varchar(22)',
      'ALTER TABLE "postings" ADD COLUMN "at" bigint NOT NULL DEFAULT (0)',
      "DROP TRIGGER IF EXISTS postings_stay",
      dated,
      "CREATE TRIGGER postings_stay BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'Postings are never changed.'); END",
      ...indexes,
      'CREATE TABLE "ledger_totals" ("account" varchar(16) NOT NULL, "month" varchar(7) NOT NULL, "slot" integer NOT NULL, "debit" bigint NOT NULL, "credit" bigint NOT NULL, PRIMARY KEY ("account", "month", "slot"))',
      earlierTotals("strftime('%Y-%m', l.at / 1000 + 28800, 'unixepoch')"),
      'CREATE TABLE "ledger_periods" ("id" varchar(22) PRIMARY KEY NOT NULL, "month" varchar(7) NOT NULL, "endsAt" bigint NOT NULL, "closedAt" bigint NOT NULL, "closedById" varchar(22), "balances" text NOT NULL, CONSTRAINT "UQ_03d0fb68f203684197d2dbfffd6" UNIQUE ("month"))',
      'CREATE INDEX "IDX_19655f51308c10e6a5fd23800c" ON "ledger_periods" ("endsAt")',
      'CREATE TABLE "ledger_audits" ("id" varchar(22) PRIMARY KEY NOT NULL, "at" bigint NOT NULL, "transactions" integer NOT NULL, "orders" integer NOT NULL, "differences" integer NOT NULL, "findings" text NOT NULL)',
      'CREATE INDEX "IDX_e906ce4b355eb232acdeed87b6" ON "ledger_audits" ("at", "id")',
      "DROP TRIGGER IF EXISTS ledger_transactions_seal",
      `CREATE TRIGGER ledger_transactions_seal BEFORE UPDATE ON ledger_transactions BEGIN
        SELECT RAISE(ABORT, 'A ledger transaction is only ever sealed.')
          WHERE NOT (OLD.sealed = 0 AND NEW.sealed = 1 AND ${sealColumns.map((c) => `NEW.${c} IS OLD.${c}`).join(" AND ")});
        SELECT RAISE(ABORT, 'Debits and credits differ.') WHERE ${unbalanced};
      END`,
      `CREATE TRIGGER ledger_transactions_period BEFORE INSERT ON ledger_transactions WHEN NEW.at < ${closedUntil}
        BEGIN SELECT RAISE(ABORT, '${CLOSED}'); END`,
      `CREATE TRIGGER ledger_periods_stay BEFORE UPDATE ON ledger_periods BEGIN SELECT RAISE(ABORT, '${STAYS}'); END`,
      `CREATE TRIGGER ledger_periods_last BEFORE DELETE ON ledger_periods BEGIN SELECT RAISE(ABORT, '${STAYS}'); END`,
      `INSERT OR IGNORE INTO timers (id, kind, subjectId, dueAt, state, attempts, lastError)
        VALUES ('ledger-audit', 'LEDGER_AUDIT', 'nightly', strftime('%s', 'now') * 1000 + 86400000, 'PENDING', 0, NULL)`,
    ],
    mysql: [
      "ALTER TABLE `ledger_transactions` ADD COLUMN `reverses` varchar(22) NULL",
      "ALTER TABLE `postings` ADD COLUMN `at` bigint NOT NULL DEFAULT 0",
      "DROP TRIGGER IF EXISTS postings_stay",
      dated,
      `CREATE TRIGGER postings_stay BEFORE UPDATE ON postings FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Postings are never changed.'`,
      ...indexes.map((text) => text.replaceAll('"', "`")),
      "CREATE TABLE `ledger_totals` (`account` varchar(16) NOT NULL, `month` varchar(7) NOT NULL, `slot` int NOT NULL, `debit` bigint NOT NULL, `credit` bigint NOT NULL, PRIMARY KEY (`account`, `month`, `slot`)) ENGINE=InnoDB",
      earlierTotals("DATE_FORMAT(DATE_ADD('1970-01-01', INTERVAL FLOOR(l.at / 1000) + 28800 SECOND), '%Y-%m')"),
      "CREATE TABLE `ledger_periods` (`id` varchar(22) NOT NULL, `month` varchar(7) NOT NULL, `endsAt` bigint NOT NULL, `closedAt` bigint NOT NULL, `closedById` varchar(22) NULL, `balances` text NOT NULL, INDEX `IDX_19655f51308c10e6a5fd23800c` (`endsAt`), UNIQUE INDEX `IDX_03d0fb68f203684197d2dbfffd` (`month`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `ledger_audits` (`id` varchar(22) NOT NULL, `at` bigint NOT NULL, `transactions` int NOT NULL, `orders` int NOT NULL, `differences` int NOT NULL, `findings` text NOT NULL, INDEX `IDX_e906ce4b355eb232acdeed87b6` (`at`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "DROP TRIGGER IF EXISTS ledger_transactions_seal",
      `CREATE TRIGGER ledger_transactions_seal BEFORE UPDATE ON ledger_transactions FOR EACH ROW BEGIN
        IF NOT (OLD.sealed = 0 AND NEW.sealed = 1 AND ${sealColumns.map((c) => `NEW.\`${c}\` <=> OLD.\`${c}\``).join(" AND ")}) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A ledger transaction is only ever sealed.';
        END IF;
        IF ${unbalanced} THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Debits and credits differ.';
        END IF;
      END`,
      `CREATE TRIGGER ledger_transactions_period BEFORE INSERT ON ledger_transactions FOR EACH ROW BEGIN
        IF NEW.at < ${closedUntil} THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${CLOSED}';
        END IF;
      END`,
      `CREATE TRIGGER ledger_periods_stay BEFORE UPDATE ON ledger_periods FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${STAYS}'`,
      `CREATE TRIGGER ledger_periods_last BEFORE DELETE ON ledger_periods FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${STAYS}'`,
      `INSERT IGNORE INTO timers (id, kind, subjectId, dueAt, state, attempts, lastError)
        VALUES ('ledger-audit', 'LEDGER_AUDIT', 'nightly', UNIX_TIMESTAMP() * 1000 + 86400000, 'PENDING', 0, NULL)`,
    ],
  },
};
