import type { Migration } from "../migrator.js";

const KEPT = "What an order was at a revision never changes.";
const events = ["UPDATE", "DELETE"] as const;

/**
 * The tables of order changes, made from `orders/amendment.table.ts`. The database is the referee: what an order was before
 * and after a change stays as it is.
 */
export const amendments: Migration = {
  name: "0033-amendments",
  statements: {
    sqlite: [
      'CREATE TABLE "order_amendments" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "orderId" varchar(22) NOT NULL, "baseRevision" integer NOT NULL, "kind" varchar(32) NOT NULL, "fault" varchar(32), "way" varchar(32) NOT NULL, "reason" varchar(300) NOT NULL, "parts" text NOT NULL, "lines" text NOT NULL, "consent" text NOT NULL, "saleDelta" bigint NOT NULL, "costDelta" bigint NOT NULL, "hash" varchar(64), "state" varchar(32) NOT NULL, "requestId" varchar(22), "authorId" varchar(22), "createdAt" bigint NOT NULL, "submittedAt" bigint, "expiresAt" bigint, "answeredAt" bigint, "auditorId" varchar(22), "endReason" varchar(300), "endedAt" bigint, "refunded" bigint NOT NULL DEFAULT (0), "version" integer NOT NULL, CONSTRAINT "UQ_792948628c3e0b5cfb26409bae1" UNIQUE ("no"), CONSTRAINT "FK_b634f1148917099563cbc2e44fa" FOREIGN KEY ("orderId") REFERENCES "orders" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_05492bbce33f0deceacffbe2a07" FOREIGN KEY ("requestId") REFERENCES "order_change_requests" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_1810af6a33e85bb51d6d576930c" FOREIGN KEY ("authorId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_a04b8963e871410841d1c391942" FOREIGN KEY ("auditorId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "order_change_requests" ("id" varchar(22) PRIMARY KEY NOT NULL, "orderId" varchar(22) NOT NULL, "wish" varchar(32) NOT NULL, "supplierId" varchar(22), "ticketId" varchar(22), "authorId" varchar(22), "text" text NOT NULL, "state" varchar(32) NOT NULL, "answer" varchar(300), "createdAt" bigint NOT NULL, "answeredAt" bigint, "version" integer NOT NULL, CONSTRAINT "FK_334dcd65215a1dd903fab4f4bc5" FOREIGN KEY ("orderId") REFERENCES "orders" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_1df42ab86dfd50d1bf10347c254" FOREIGN KEY ("supplierId") REFERENCES "suppliers" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_6c127f3d6482b714dfae3ca1084" FOREIGN KEY ("authorId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "order_revisions" ("id" varchar(22) PRIMARY KEY NOT NULL, "orderId" varchar(22) NOT NULL, "revision" integer NOT NULL, "amendmentId" varchar(22), "was" text NOT NULL, "became" text NOT NULL, "at" bigint NOT NULL, CONSTRAINT "FK_84cf0bbc12af5b7b42086ed7296" FOREIGN KEY ("orderId") REFERENCES "orders" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_6d1852f4964df24058a8781e791" FOREIGN KEY ("amendmentId") REFERENCES "order_amendments" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE INDEX "IDX_05492bbce33f0deceacffbe2a0" ON "order_amendments" ("requestId") ',
      'CREATE INDEX "IDX_1810af6a33e85bb51d6d576930" ON "order_amendments" ("authorId") ',
      'CREATE INDEX "IDX_1df42ab86dfd50d1bf10347c25" ON "order_change_requests" ("supplierId") ',
      'CREATE INDEX "IDX_2ad7ccca5b7b5f96f2c36ce0b6" ON "order_amendments" ("orderId", "createdAt", "id") ',
      'CREATE UNIQUE INDEX "IDX_5f6312d175692d651c06a2da87" ON "order_revisions" ("orderId", "revision") ',
      'CREATE INDEX "IDX_65cc1f76e55a85923ab68f96c9" ON "order_change_requests" ("orderId", "createdAt", "id") ',
      'CREATE INDEX "IDX_6c127f3d6482b714dfae3ca108" ON "order_change_requests" ("authorId") ',
      'CREATE INDEX "IDX_6d1852f4964df24058a8781e79" ON "order_revisions" ("amendmentId") ',
      'CREATE INDEX "IDX_a04b8963e871410841d1c39194" ON "order_amendments" ("auditorId") ',
      'CREATE INDEX "IDX_f465a866d74e7fcc74cfc687ad" ON "order_amendments" ("state", "submittedAt", "id") ',
      'CREATE INDEX "IDX_fd77876630738eab14731647f3" ON "order_change_requests" ("state", "createdAt", "id") ',
      ...events.map(
        (event) => `CREATE TRIGGER order_revision_stays_${event.toLowerCase()} BEFORE ${event} ON order_revisions
        BEGIN SELECT RAISE(ABORT, '${KEPT}'); END`,
      ),
    ],
    mysql: [
      "CREATE TABLE `order_amendments` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `orderId` varchar(22) NOT NULL, `baseRevision` int NOT NULL, `kind` varchar(32) NOT NULL, `fault` varchar(32) NULL, `way` varchar(32) NOT NULL, `reason` varchar(300) NOT NULL, `parts` text NOT NULL, `lines` text NOT NULL, `consent` text NOT NULL, `saleDelta` bigint NOT NULL, `costDelta` bigint NOT NULL, `hash` varchar(64) NULL, `state` varchar(32) NOT NULL, `requestId` varchar(22) NULL, `authorId` varchar(22) NULL, `createdAt` bigint NOT NULL, `submittedAt` bigint NULL, `expiresAt` bigint NULL, `answeredAt` bigint NULL, `auditorId` varchar(22) NULL, `endReason` varchar(300) NULL, `endedAt` bigint NULL, `refunded` bigint NOT NULL DEFAULT 0, `version` int NOT NULL, UNIQUE INDEX `IDX_792948628c3e0b5cfb26409bae` (`no`), INDEX `IDX_05492bbce33f0deceacffbe2a0` (`requestId`) , INDEX `IDX_1810af6a33e85bb51d6d576930` (`authorId`) , INDEX `IDX_2ad7ccca5b7b5f96f2c36ce0b6` (`orderId`, `createdAt`, `id`) , INDEX `IDX_a04b8963e871410841d1c39194` (`auditorId`) , INDEX `IDX_f465a866d74e7fcc74cfc687ad` (`state`, `submittedAt`, `id`) , PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `order_change_requests` (`id` varchar(22) NOT NULL, `orderId` varchar(22) NOT NULL, `wish` varchar(32) NOT NULL, `supplierId` varchar(22) NULL, `ticketId` varchar(22) NULL, `authorId` varchar(22) NULL, `text` text NOT NULL, `state` varchar(32) NOT NULL, `answer` varchar(300) NULL, `createdAt` bigint NOT NULL, `answeredAt` bigint NULL, `version` int NOT NULL, INDEX `IDX_1df42ab86dfd50d1bf10347c25` (`supplierId`) , INDEX `IDX_65cc1f76e55a85923ab68f96c9` (`orderId`, `createdAt`, `id`) , INDEX `IDX_6c127f3d6482b714dfae3ca108` (`authorId`) , INDEX `IDX_fd77876630738eab14731647f3` (`state`, `createdAt`, `id`) , PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `order_revisions` (`id` varchar(22) NOT NULL, `orderId` varchar(22) NOT NULL, `revision` int NOT NULL, `amendmentId` varchar(22) NULL, `was` text NOT NULL, `became` text NOT NULL, `at` bigint NOT NULL, UNIQUE INDEX `IDX_5f6312d175692d651c06a2da87` (`orderId`, `revision`) , INDEX `IDX_6d1852f4964df24058a8781e79` (`amendmentId`) , PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `order_amendments` ADD CONSTRAINT `FK_b634f1148917099563cbc2e44fa` FOREIGN KEY (`orderId`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `order_amendments` ADD CONSTRAINT `FK_05492bbce33f0deceacffbe2a07` FOREIGN KEY (`requestId`) REFERENCES `order_change_requests`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `order_amendments` ADD CONSTRAINT `FK_1810af6a33e85bb51d6d576930c` FOREIGN KEY (`authorId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `order_amendments` ADD CONSTRAINT `FK_a04b8963e871410841d1c391942` FOREIGN KEY (`auditorId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `order_change_requests` ADD CONSTRAINT `FK_334dcd65215a1dd903fab4f4bc5` FOREIGN KEY (`orderId`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `order_change_requests` ADD CONSTRAINT `FK_1df42ab86dfd50d1bf10347c254` FOREIGN KEY (`supplierId`) REFERENCES `suppliers`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `order_change_requests` ADD CONSTRAINT `FK_6c127f3d6482b714dfae3ca1084` FOREIGN KEY (`authorId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `order_revisions` ADD CONSTRAINT `FK_84cf0bbc12af5b7b42086ed7296` FOREIGN KEY (`orderId`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `order_revisions` ADD CONSTRAINT `FK_6d1852f4964df24058a8781e791` FOREIGN KEY (`amendmentId`) REFERENCES `order_amendments`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      ...events.map(
        (event) => `CREATE TRIGGER order_revision_stays_${event.toLowerCase()} BEFORE ${event} ON order_revisions
        FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${KEPT}'`,
      ),
    ],
  },
};
