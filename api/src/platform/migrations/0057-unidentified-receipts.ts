import type { Migration } from "../migrator.js";

/** Lines of the bank statement that named no order; made from `payments/payment.table.ts`. */
export const unidentifiedReceipts: Migration = {
  name: "0057-unidentified-receipts",
  statements: {
    sqlite: [
      'CREATE TABLE "unidentified_receipts" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "amount" bigint NOT NULL, "receivedOn" varchar(10) NOT NULL, "payer" varchar(100) NOT NULL, "bankReference" varchar(64) NOT NULL, "note" varchar(200) NOT NULL, "state" varchar(32) NOT NULL, "enteredBy" varchar(22), "orderId" varchar(22), "paymentId" varchar(22), "returnReason" varchar(200), "returnBy" varchar(22), "returnReference" varchar(64), "createdAt" bigint NOT NULL, "endedAt" bigint, "version" integer NOT NULL, CONSTRAINT "UQ_63fe0146d2a53dbc3670312a23e" UNIQUE ("no"), CONSTRAINT "UQ_d5f0b49fff743705a7949292ba0" UNIQUE ("bankReference"))',
      'CREATE INDEX "IDX_e07ddd4160a9173f1143573960" ON "unidentified_receipts" ("state", "createdAt", "id")',
    ],
    mysql: [
      "CREATE TABLE `unidentified_receipts` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `amount` bigint NOT NULL, `receivedOn` varchar(10) NOT NULL, `payer` varchar(100) NOT NULL, `bankReference` varchar(64) NOT NULL, `note` varchar(200) NOT NULL, `state` varchar(32) NOT NULL, `enteredBy` varchar(22) NULL, `orderId` varchar(22) NULL, `paymentId` varchar(22) NULL, `returnReason` varchar(200) NULL, `returnBy` varchar(22) NULL, `returnReference` varchar(64) NULL, `createdAt` bigint NOT NULL, `endedAt` bigint NULL, `version` int NOT NULL, INDEX `IDX_e07ddd4160a9173f1143573960` (`state`, `createdAt`, `id`), UNIQUE INDEX `IDX_63fe0146d2a53dbc3670312a23` (`no`), UNIQUE INDEX `IDX_d5f0b49fff743705a7949292ba` (`bankReference`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    ],
  },
};
