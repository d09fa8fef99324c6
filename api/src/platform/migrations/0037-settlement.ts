import type { Migration } from "../migrator.js";

const itemsBefore = `INSERT INTO supplier_items (supplierId, account, item, orderId, componentId, balance, since)
  SELECT p.supplierId, p.account,
    MIN(CASE WHEN p.componentId IS NOT NULL THEN ITEM_C WHEN p.orderId IS NOT NULL THEN ITEM_O ELSE '-' END),
    MIN(p.orderId), p.componentId, SUM(p.credit) - SUM(p.debit), MIN(l.at)
  FROM postings p JOIN ledger_transactions l ON l.id = p.transactionId AND l.sealed = 1
  WHERE p.supplierId IS NOT NULL AND p.account IN ('2202', '2202.R', '2241.A', '1221.S')
  GROUP BY p.supplierId, p.account, p.componentId, CASE WHEN p.componentId IS NULL THEN p.orderId END`;
const joined = {
  sqlite: itemsBefore.replace("ITEM_C", "'c:' || p.componentId").replace("ITEM_O", "'o:' || p.orderId"),
  mysql: itemsBefore.replace("ITEM_C", "CONCAT('c:', p.componentId)").replace("ITEM_O", "CONCAT('o:', p.orderId)"),
};

/** Statements of suppliers, how they are paid, and what is open with each; of what was posted before, the postings tell. */
export const settlement: Migration = {
  name: "0037-settlement",
  statements: {
    sqlite: [
      'CREATE TABLE "supplier_items" ("supplierId" varchar(22) NOT NULL, "account" varchar(16) NOT NULL, "item" varchar(26) NOT NULL, "orderId" varchar(22), "componentId" varchar(22), "balance" bigint NOT NULL, "since" bigint NOT NULL, PRIMARY KEY ("supplierId", "account", "item"))',
      'CREATE TABLE "settlement_terms" ("id" varchar(22) PRIMARY KEY NOT NULL, "cycle" varchar(32) NOT NULL, "retentionRate" integer NOT NULL, "retentionDays" integer NOT NULL, "bankName" varchar(60), "accountName" varchar(60), "accountNo" varchar(200), "accountTail" varchar(4), "version" integer NOT NULL)',
      'CREATE TABLE "statements" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "supplierId" varchar(22) NOT NULL, "state" varchar(32) NOT NULL, "gross" bigint NOT NULL, "deducted" bigint NOT NULL, "retained" bigint NOT NULL, "net" bigint NOT NULL, "carried" bigint NOT NULL, "cutAt" bigint NOT NULL, "madeBy" varchar(22), "confirmedAt" bigint, "confirmedBy" varchar(22), "approvedAt" bigint, "approvedBy" varchar(22), "payFileId" varchar(22), "paidAt" bigint, "bankReference" varchar(64), "reason" varchar(200), "version" integer NOT NULL, CONSTRAINT "UQ_15ccb67bc9c43a32c03b2de5e10" UNIQUE ("no"), CONSTRAINT "FK_b8cd47cc79000d3dc37eedc8d28" FOREIGN KEY ("supplierId") REFERENCES "suppliers" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_91308db527688a6558985864dc9" FOREIGN KEY ("payFileId") REFERENCES "pay_files" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "statement_lines" ("id" varchar(22) PRIMARY KEY NOT NULL, "statementId" varchar(22) NOT NULL, "supplierId" varchar(22) NOT NULL, "position" integer NOT NULL, "account" varchar(32) NOT NULL, "item" varchar(26) NOT NULL, "liveItem" varchar(80), "orderId" varchar(22), "componentId" varchar(22), "orderNo" varchar(24), "title" varchar(100) NOT NULL, "amount" bigint NOT NULL, "retained" bigint NOT NULL, "retainedUntil" bigint, "state" varchar(32) NOT NULL, "disputeReason" varchar(300), "answer" varchar(300), CONSTRAINT "UQ_afeb8419cdede71d9b429d30243" UNIQUE ("liveItem"), CONSTRAINT "FK_71c877a666432a0d5b71281d6b7" FOREIGN KEY ("statementId") REFERENCES "statements" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "pay_files" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "statementIds" text NOT NULL, "total" bigint NOT NULL, "sha256" varchar(64) NOT NULL, "content" text NOT NULL, "madeBy" varchar(22), "madeAt" bigint NOT NULL, CONSTRAINT "UQ_d70f35f0cdb3e0c1229973add3b" UNIQUE ("no"))',
      'CREATE INDEX "IDX_ac07195d24823d3ec8c717e089" ON "supplier_items" ("supplierId", "balance")',
      'CREATE INDEX "IDX_b8cd47cc79000d3dc37eedc8d2" ON "statements" ("supplierId")',
      'CREATE INDEX "IDX_91308db527688a6558985864dc" ON "statements" ("payFileId")',
      'CREATE INDEX "IDX_59f0cdc08b95d3558a80f9b5a0" ON "statements" ("paidAt", "id")',
      'CREATE INDEX "IDX_12ac31e2a759f8aca1973c0b84" ON "statements" ("cutAt", "id")',
      'CREATE INDEX "IDX_2ca123b51f44a70a47f22dbf72" ON "statements" ("state", "cutAt", "id")',
      'CREATE INDEX "IDX_9b1d87fb1dfe021c0b83101b14" ON "statements" ("supplierId", "cutAt", "id")',
      'CREATE INDEX "IDX_71c877a666432a0d5b71281d6b" ON "statement_lines" ("statementId")',
      'CREATE INDEX "IDX_18b11078e6ee3ba43d53327fb7" ON "statement_lines" ("supplierId", "account", "item")',
      'CREATE UNIQUE INDEX "IDX_e97c297a0ee39aec3a1af3671a" ON "statement_lines" ("statementId", "position")',
      joined.sqlite,
    ],
    mysql: [
      "CREATE TABLE `supplier_items` (`supplierId` varchar(22) NOT NULL, `account` varchar(16) NOT NULL, `item` varchar(26) NOT NULL, `orderId` varchar(22) NULL, `componentId` varchar(22) NULL, `balance` bigint NOT NULL, `since` bigint NOT NULL, INDEX `IDX_ac07195d24823d3ec8c717e089` (`supplierId`, `balance`), PRIMARY KEY (`supplierId`, `account`, `item`)) ENGINE=InnoDB",
      "CREATE TABLE `settlement_terms` (`id` varchar(22) NOT NULL, `cycle` varchar(32) NOT NULL, `retentionRate` int NOT NULL, `retentionDays` int NOT NULL, `bankName` varchar(60) NULL, `accountName` varchar(60) NULL, `accountNo` varchar(200) NULL, `accountTail` varchar(4) NULL, `version` int NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `statements` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `supplierId` varchar(22) NOT NULL, `state` varchar(32) NOT NULL, `gross` bigint NOT NULL, `deducted` bigint NOT NULL, `retained` bigint NOT NULL, `net` bigint NOT NULL, `carried` bigint NOT NULL, `cutAt` bigint NOT NULL, `madeBy` varchar(22) NULL, `confirmedAt` bigint NULL, `confirmedBy` varchar(22) NULL, `approvedAt` bigint NULL, `approvedBy` varchar(22) NULL, `payFileId` varchar(22) NULL, `paidAt` bigint NULL, `bankReference` varchar(64) NULL, `reason` varchar(200) NULL, `version` int NOT NULL, INDEX `IDX_b8cd47cc79000d3dc37eedc8d2` (`supplierId`), INDEX `IDX_91308db527688a6558985864dc` (`payFileId`), INDEX `IDX_59f0cdc08b95d3558a80f9b5a0` (`paidAt`, `id`), INDEX `IDX_12ac31e2a759f8aca1973c0b84` (`cutAt`, `id`), INDEX `IDX_2ca123b51f44a70a47f22dbf72` (`state`, `cutAt`, `id`), INDEX `IDX_9b1d87fb1dfe021c0b83101b14` (`supplierId`, `cutAt`, `id`), UNIQUE INDEX `IDX_15ccb67bc9c43a32c03b2de5e1` (`no`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `statement_lines` (`id` varchar(22) NOT NULL, `statementId` varchar(22) NOT NULL, `supplierId` varchar(22) NOT NULL, `position` int NOT NULL, `account` varchar(32) NOT NULL, `item` varchar(26) NOT NULL, `liveItem` varchar(80) NULL, `orderId` varchar(22) NULL, `componentId` varchar(22) NULL, `orderNo` varchar(24) NULL, `title` varchar(100) NOT NULL, `amount` bigint NOT NULL, `retained` bigint NOT NULL, `retainedUntil` bigint NULL, `state` varchar(32) NOT NULL, `disputeReason` varchar(300) NULL, `answer` varchar(300) NULL, INDEX `IDX_71c877a666432a0d5b71281d6b` (`statementId`), INDEX `IDX_18b11078e6ee3ba43d53327fb7` (`supplierId`, `account`, `item`), UNIQUE INDEX `IDX_e97c297a0ee39aec3a1af3671a` (`statementId`, `position`), UNIQUE INDEX `IDX_afeb8419cdede71d9b429d3024` (`liveItem`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `pay_files` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `statementIds` text NOT NULL, `total` bigint NOT NULL, `sha256` varchar(64) NOT NULL, `content` text NOT NULL, `madeBy` varchar(22) NULL, `madeAt` bigint NOT NULL, UNIQUE INDEX `IDX_d70f35f0cdb3e0c1229973add3` (`no`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `statements` ADD CONSTRAINT `FK_b8cd47cc79000d3dc37eedc8d28` FOREIGN KEY (`supplierId`) REFERENCES `suppliers`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `statements` ADD CONSTRAINT `FK_91308db527688a6558985864dc9` FOREIGN KEY (`payFileId`) REFERENCES `pay_files`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `statement_lines` ADD CONSTRAINT `FK_71c877a666432a0d5b71281d6b7` FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      joined.mysql,
    ],
  },
};
