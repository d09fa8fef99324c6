import type { Migration } from "../migrator.js";

/** Made from the tables; never edited after a release. */
export const notices: Migration = {
  name: "0004-notices",
  statements: {
    sqlite: [
      'CREATE TABLE "notice_preferences" ("accountId" varchar(22) NOT NULL, "topic" varchar(16) NOT NULL, "channel" varchar(16) NOT NULL, "enabled" boolean NOT NULL, PRIMARY KEY ("accountId", "topic", "channel"))',
      'CREATE TABLE "notice_receipts" ("providerId" varchar(64) PRIMARY KEY NOT NULL, "status" varchar(64) NOT NULL, "at" bigint NOT NULL)',
      'CREATE TABLE "notice_sends" ("id" varchar(22) PRIMARY KEY NOT NULL, "noticeId" varchar(22) NOT NULL, "recipientId" varchar(22) NOT NULL, "channel" varchar(32) NOT NULL, "address" varchar(200) NOT NULL, "state" varchar(32) NOT NULL, "attempts" integer NOT NULL, "renewals" integer NOT NULL, "nextAt" bigint NOT NULL, "verdict" varchar(32), "error" text, "providerId" varchar(64), "reason" varchar(32), "groupKey" varchar(64), "createdAt" bigint NOT NULL, "sentAt" bigint, "doneAt" bigint, "version" integer NOT NULL, CONSTRAINT "FK_86509158ed91d84fe5ba3b427f5" FOREIGN KEY ("noticeId") REFERENCES "notices" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "notices" ("id" varchar(22) PRIMARY KEY NOT NULL, "recipientId" varchar(22) NOT NULL, "audience" varchar(32) NOT NULL, "kind" varchar(32) NOT NULL, "topic" varchar(32) NOT NULL, "subjectType" varchar(32) NOT NULL, "subjectId" varchar(22) NOT NULL, "path" varchar(200) NOT NULL, "params" text NOT NULL, "factSeq" integer NOT NULL, "at" bigint NOT NULL, "readAt" bigint)',
      'CREATE INDEX "IDX_159fd6cd5f7073060d3b32d980" ON "notices" ("recipientId", "readAt", "at", "id")',
      'CREATE UNIQUE INDEX "IDX_1d279b88b5e4dfa1b5ec856bf4" ON "notice_sends" ("noticeId", "channel")',
      'CREATE INDEX "IDX_419cefc3331cdf7b0690679cd8" ON "notice_sends" ("recipientId", "groupKey", "createdAt")',
      'CREATE INDEX "IDX_4537bfdd840fc48b535d51723c" ON "notice_sends" ("channel", "createdAt", "id")',
      'CREATE INDEX "IDX_457215c61d5e436a0702b244bc" ON "notice_sends" ("state", "createdAt", "id")',
      'CREATE INDEX "IDX_528a67138560bd7b7f4d3a1c12" ON "notices" ("recipientId", "at", "id")',
      'CREATE UNIQUE INDEX "IDX_607082dbdda776d27d5ab35d03" ON "notices" ("factSeq", "recipientId", "kind")',
      'CREATE INDEX "IDX_7fa2bda74b07ab13ae5cf72164" ON "notice_sends" ("channel", "state", "nextAt")',
      'CREATE INDEX "IDX_b491ce337bc4b980eb135ed1b8" ON "notice_sends" ("state", "channel", "createdAt", "id")',
      'CREATE INDEX "IDX_c5af844e2cc40d923476d3e7e0" ON "notice_receipts" ("at")',
      'CREATE INDEX "IDX_d2255d77b17105b2bbf9e41ace" ON "notice_sends" ("providerId")',
      'CREATE INDEX "IDX_ee15dfd4329d13e4a767bf292d" ON "notice_sends" ("createdAt", "id")',
    ],
    mysql: [
      "CREATE TABLE `notices` (`id` varchar(22) NOT NULL, `recipientId` varchar(22) NOT NULL, `audience` varchar(32) NOT NULL, `kind` varchar(32) NOT NULL, `topic` varchar(32) NOT NULL, `subjectType` varchar(32) NOT NULL, `subjectId` varchar(22) NOT NULL, `path` varchar(200) NOT NULL, `params` text NOT NULL, `factSeq` int NOT NULL, `at` bigint NOT NULL, `readAt` bigint NULL, INDEX `IDX_159fd6cd5f7073060d3b32d980` (`recipientId`, `readAt`, `at`, `id`), INDEX `IDX_528a67138560bd7b7f4d3a1c12` (`recipientId`, `at`, `id`), UNIQUE INDEX `IDX_607082dbdda776d27d5ab35d03` (`factSeq`, `recipientId`, `kind`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `notice_sends` (`id` varchar(22) NOT NULL, `noticeId` varchar(22) NOT NULL, `recipientId` varchar(22) NOT NULL, `channel` varchar(32) NOT NULL, `address` varchar(200) NOT NULL, `state` varchar(32) NOT NULL, `attempts` int NOT NULL, `renewals` int NOT NULL, `nextAt` bigint NOT NULL, `verdict` varchar(32) NULL, `error` text NULL, `providerId` varchar(64) NULL, `reason` varchar(32) NULL, `groupKey` varchar(64) NULL, `createdAt` bigint NOT NULL, `sentAt` bigint NULL, `doneAt` bigint NULL, `version` int NOT NULL, INDEX `IDX_d2255d77b17105b2bbf9e41ace` (`providerId`), INDEX `IDX_419cefc3331cdf7b0690679cd8` (`recipientId`, `groupKey`, `createdAt`), INDEX `IDX_ee15dfd4329d13e4a767bf292d` (`createdAt`, `id`), INDEX `IDX_b491ce337bc4b980eb135ed1b8` (`state`, `channel`, `createdAt`, `id`), INDEX `IDX_4537bfdd840fc48b535d51723c` (`channel`, `createdAt`, `id`), INDEX `IDX_457215c61d5e436a0702b244bc` (`state`, `createdAt`, `id`), INDEX `IDX_7fa2bda74b07ab13ae5cf72164` (`channel`, `state`, `nextAt`), UNIQUE INDEX `IDX_1d279b88b5e4dfa1b5ec856bf4` (`noticeId`, `channel`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `notice_preferences` (`accountId` varchar(22) NOT NULL, `topic` varchar(16) NOT NULL, `channel` varchar(16) NOT NULL, `enabled` tinyint NOT NULL, PRIMARY KEY (`accountId`, `topic`, `channel`)) ENGINE=InnoDB",
      "CREATE TABLE `notice_receipts` (`providerId` varchar(64) NOT NULL, `status` varchar(64) NOT NULL, `at` bigint NOT NULL, INDEX `IDX_c5af844e2cc40d923476d3e7e0` (`at`), PRIMARY KEY (`providerId`)) ENGINE=InnoDB",
      "ALTER TABLE `notice_sends` ADD CONSTRAINT `FK_86509158ed91d84fe5ba3b427f5` FOREIGN KEY (`noticeId`) REFERENCES `notices`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    ],
  },
};
