import type { Migration } from "../migrator.js";

/** Credit that customers ask for in money; made from `payments/payment.table.ts`. */
export const creditPayouts: Migration = {
  name: "0050-credit-payouts",
  statements: {
    sqlite: [
      'CREATE TABLE "credit_payouts" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "customerId" varchar(22) NOT NULL, "amount" bigint NOT NULL, "payeeName" varchar(60) NOT NULL, "payeeAccount" varchar(30) NOT NULL, "state" varchar(32) NOT NULL, "endedBy" varchar(22), "bankReference" varchar(64), "reason" varchar(200), "createdAt" bigint NOT NULL, "endedAt" bigint, "version" integer NOT NULL, CONSTRAINT "UQ_eeee8578df4741d50032e9f5b6c" UNIQUE ("no"))',
      'CREATE INDEX "IDX_3331a8ff841fe7ccba53390f4e" ON "credit_payouts" ("customerId", "createdAt", "id")',
      'CREATE INDEX "IDX_a67dc64ff680dec583c265af9c" ON "credit_payouts" ("state", "createdAt", "id")',
    ],
    mysql: [
      "CREATE TABLE `credit_payouts` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `customerId` varchar(22) NOT NULL, `amount` bigint NOT NULL, `payeeName` varchar(60) NOT NULL, `payeeAccount` varchar(30) NOT NULL, `state` varchar(32) NOT NULL, `endedBy` varchar(22) NULL, `bankReference` varchar(64) NULL, `reason` varchar(200) NULL, `createdAt` bigint NOT NULL, `endedAt` bigint NULL, `version` int NOT NULL, INDEX `IDX_3331a8ff841fe7ccba53390f4e` (`customerId`, `createdAt`, `id`), INDEX `IDX_a67dc64ff680dec583c265af9c` (`state`, `createdAt`, `id`), UNIQUE INDEX `IDX_eeee8578df4741d50032e9f5b6` (`no`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    ],
  },
};
