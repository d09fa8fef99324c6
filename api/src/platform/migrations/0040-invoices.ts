import type { Migration } from "../migrator.js";

/** What customers want invoiced; made from `documents/documents.table.ts`. */
export const invoices: Migration = {
  name: "0040-invoices",
  statements: {
    sqlite: [
      'CREATE TABLE "invoice_requests" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "orderId" varchar(22) NOT NULL, "customerId" varchar(22) NOT NULL, "kind" varchar(32) NOT NULL, "title" varchar(100) NOT NULL, "taxNo" varchar(20), "amount" bigint NOT NULL, "state" varchar(32) NOT NULL, "rejectReason" varchar(300), "invoiceNo" varchar(40), "fileId" varchar(22), "issuedAt" bigint, "issuedBy" varchar(22), "redAmount" bigint NOT NULL, "redNo" varchar(40), "redAt" bigint, "createdAt" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_3413848b7918053b793db8c3902" UNIQUE ("no"), CONSTRAINT "UQ_9508bf446eade728082e03af678" UNIQUE ("invoiceNo"), CONSTRAINT "FK_83604aeaa66d992b7d152ac9b0c" FOREIGN KEY ("orderId") REFERENCES "orders" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_182e07a0ae340a90381484dc957" FOREIGN KEY ("customerId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_e8a1d39de506c534dab63800ce5" FOREIGN KEY ("fileId") REFERENCES "files" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE INDEX "IDX_182e07a0ae340a90381484dc95" ON "invoice_requests" ("customerId")',
      'CREATE INDEX "IDX_4ebe4f49de30a82599484cc6f7" ON "invoice_requests" ("createdAt", "id")',
      'CREATE INDEX "IDX_6b18ba154e3eff2b698480f529" ON "invoice_requests" ("state", "createdAt", "id")',
      'CREATE INDEX "IDX_83604aeaa66d992b7d152ac9b0" ON "invoice_requests" ("orderId")',
      'CREATE INDEX "IDX_e8a1d39de506c534dab63800ce" ON "invoice_requests" ("fileId")',
    ],
    mysql: [
      "CREATE TABLE `invoice_requests` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `orderId` varchar(22) NOT NULL, `customerId` varchar(22) NOT NULL, `kind` varchar(32) NOT NULL, `title` varchar(100) NOT NULL, `taxNo` varchar(20) NULL, `amount` bigint NOT NULL, `state` varchar(32) NOT NULL, `rejectReason` varchar(300) NULL, `invoiceNo` varchar(40) NULL, `fileId` varchar(22) NULL, `issuedAt` bigint NULL, `issuedBy` varchar(22) NULL, `redAmount` bigint NOT NULL, `redNo` varchar(40) NULL, `redAt` bigint NULL, `createdAt` bigint NOT NULL, `version` int NOT NULL, UNIQUE INDEX `IDX_3413848b7918053b793db8c390` (`no`), UNIQUE INDEX `IDX_9508bf446eade728082e03af67` (`invoiceNo`), INDEX `IDX_182e07a0ae340a90381484dc95` (`customerId`), INDEX `IDX_4ebe4f49de30a82599484cc6f7` (`createdAt`, `id`), INDEX `IDX_6b18ba154e3eff2b698480f529` (`state`, `createdAt`, `id`), INDEX `IDX_83604aeaa66d992b7d152ac9b0` (`orderId`), INDEX `IDX_e8a1d39de506c534dab63800ce` (`fileId`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `invoice_requests` ADD CONSTRAINT `FK_83604aeaa66d992b7d152ac9b0c` FOREIGN KEY (`orderId`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `invoice_requests` ADD CONSTRAINT `FK_182e07a0ae340a90381484dc957` FOREIGN KEY (`customerId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `invoice_requests` ADD CONSTRAINT `FK_e8a1d39de506c534dab63800ce5` FOREIGN KEY (`fileId`) REFERENCES `files`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    ],
  },
};
