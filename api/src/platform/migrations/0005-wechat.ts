import type { Migration } from "../migrator.js";

/** The tables of the service account, made from `wechat/wechat.table.ts`. */
export const wechat: Migration = {
  name: "0005-wechat",
  statements: {
    sqlite: [
      'CREATE TABLE "wechat_bindings" ("id" varchar(22) PRIMARY KEY NOT NULL, "accountId" varchar(22) NOT NULL, "audience" varchar(32) NOT NULL, "openid" varchar(64) NOT NULL, "state" varchar(32) NOT NULL, "activeKey" varchar(130), "accountKey" varchar(22), "boundVia" varchar(32) NOT NULL, "boundAt" bigint NOT NULL, "endedAt" bigint, "version" integer NOT NULL, CONSTRAINT "UQ_520c742813c75165d779c1a0a38" UNIQUE ("activeKey"), CONSTRAINT "UQ_61418f1e308b329ca1178e269de" UNIQUE ("accountKey"), CONSTRAINT "FK_d34a2aa759b722d0566695e746d" FOREIGN KEY ("accountId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "wechat_followers" ("openid" varchar(64) PRIMARY KEY NOT NULL, "subscribed" boolean NOT NULL, "lastEventAt" bigint NOT NULL, "list" text, "listUntil" bigint, "misses" integer NOT NULL)',
      'CREATE TABLE "wechat_inbound" ("id" varchar(22) PRIMARY KEY NOT NULL, "dedupeKey" varchar(64) NOT NULL, "openid" varchar(64) NOT NULL, "type" varchar(32) NOT NULL, "intent" varchar(32), "orderId" varchar(22), "reply" text, "maskAt" bigint, "state" varchar(32) NOT NULL, "receivedAt" bigint NOT NULL, "repliedInMs" integer, "text" varchar(200), CONSTRAINT "UQ_3081fd2704daaceaffa71206458" UNIQUE ("dedupeKey"), CONSTRAINT "FK_e47821af61296d64a129fdbf452" FOREIGN KEY ("orderId") REFERENCES "orders" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "wechat_links" ("id" varchar(22) PRIMARY KEY NOT NULL, "tokenHash" varchar(64) NOT NULL, "accountId" varchar(22) NOT NULL, "path" varchar(500) NOT NULL, "expiresAt" bigint NOT NULL, "usedAt" bigint, CONSTRAINT "UQ_47fdf8d1ab2807055224b4c7429" UNIQUE ("tokenHash"), CONSTRAINT "FK_a9f222885e8b2038b1c2f653036" FOREIGN KEY ("accountId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "wechat_menus" ("id" varchar(22) PRIMARY KEY NOT NULL, "draft" text NOT NULL, "published" text, "publishedAt" bigint, "problem" varchar(300), "version" integer NOT NULL)',
      'CREATE TABLE "wechat_scene_tokens" ("id" varchar(22) PRIMARY KEY NOT NULL, "hash" varchar(64) NOT NULL, "accountId" varchar(22) NOT NULL, "audience" varchar(32) NOT NULL, "sessionId" varchar(22) NOT NULL, "openid" varchar(64), "state" varchar(32) NOT NULL, "via" varchar(32) NOT NULL, "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL, "qrUrl" varchar(500) NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_2e075c9c1fbb4cb20d48945da0c" UNIQUE ("hash"), CONSTRAINT "FK_5cae41cf5fa24194945bced0da9" FOREIGN KEY ("accountId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "wechat_templates" ("code" varchar(32) PRIMARY KEY NOT NULL, "templateId" varchar(64), "title" varchar(64) NOT NULL, "fields" text NOT NULL, "state" varchar(32) NOT NULL, "problem" varchar(300), "checkedAt" bigint, "version" integer NOT NULL)',
      'CREATE TABLE "wechat_tokens" ("key" varchar(96) PRIMARY KEY NOT NULL, "token" text NOT NULL, "expiresAt" bigint NOT NULL, "leaseUntil" bigint, "forcedAt" bigint, "version" integer NOT NULL)',
      'CREATE INDEX "IDX_00bb31daa6477bb47b54197fe6" ON "wechat_inbound" ("openid", "receivedAt", "id")',
      'CREATE INDEX "IDX_1b86cab826f360810c59f2260a" ON "wechat_scene_tokens" ("expiresAt")',
      'CREATE INDEX "IDX_5cae41cf5fa24194945bced0da" ON "wechat_scene_tokens" ("accountId")',
      'CREATE INDEX "IDX_868b255c4d1977fe77c0a449c1" ON "wechat_inbound" ("receivedAt", "id")',
      'CREATE INDEX "IDX_a9f222885e8b2038b1c2f65303" ON "wechat_links" ("accountId")',
      'CREATE INDEX "IDX_c182b574db34ceb49f80b3c8c6" ON "wechat_inbound" ("maskAt")',
      'CREATE INDEX "IDX_d34a2aa759b722d0566695e746" ON "wechat_bindings" ("accountId")',
      'CREATE INDEX "IDX_d97da288266a02c4072be74bb9" ON "wechat_bindings" ("openid", "state")',
      'CREATE INDEX "IDX_e47821af61296d64a129fdbf45" ON "wechat_inbound" ("orderId")',
      'CREATE INDEX "IDX_fc63fc3c1099b7eb46220e11c9" ON "wechat_links" ("expiresAt")',
    ],
    mysql: [
      "CREATE TABLE `wechat_followers` (`openid` varchar(64) NOT NULL, `subscribed` tinyint NOT NULL, `lastEventAt` bigint NOT NULL, `list` text NULL, `listUntil` bigint NULL, `misses` int NOT NULL, PRIMARY KEY (`openid`)) ENGINE=InnoDB",
      "CREATE TABLE `wechat_bindings` (`id` varchar(22) NOT NULL, `accountId` varchar(22) NOT NULL, `audience` varchar(32) NOT NULL, `openid` varchar(64) NOT NULL, `state` varchar(32) NOT NULL, `activeKey` varchar(130) NULL, `accountKey` varchar(22) NULL, `boundVia` varchar(32) NOT NULL, `boundAt` bigint NOT NULL, `endedAt` bigint NULL, `version` int NOT NULL, INDEX `IDX_d34a2aa759b722d0566695e746` (`accountId`), INDEX `IDX_d97da288266a02c4072be74bb9` (`openid`, `state`), UNIQUE INDEX `IDX_520c742813c75165d779c1a0a3` (`activeKey`), UNIQUE INDEX `IDX_61418f1e308b329ca1178e269d` (`accountKey`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `wechat_scene_tokens` (`id` varchar(22) NOT NULL, `hash` varchar(64) NOT NULL, `accountId` varchar(22) NOT NULL, `audience` varchar(32) NOT NULL, `sessionId` varchar(22) NOT NULL, `openid` varchar(64) NULL, `state` varchar(32) NOT NULL, `via` varchar(32) NOT NULL, `createdAt` bigint NOT NULL, `expiresAt` bigint NOT NULL, `qrUrl` varchar(500) NOT NULL, `version` int NOT NULL, INDEX `IDX_5cae41cf5fa24194945bced0da` (`accountId`), INDEX `IDX_1b86cab826f360810c59f2260a` (`expiresAt`), UNIQUE INDEX `IDX_2e075c9c1fbb4cb20d48945da0` (`hash`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `wechat_inbound` (`id` varchar(22) NOT NULL, `dedupeKey` varchar(64) NOT NULL, `openid` varchar(64) NOT NULL, `type` varchar(32) NOT NULL, `intent` varchar(32) NULL, `orderId` varchar(22) NULL, `reply` text NULL, `maskAt` bigint NULL, `state` varchar(32) NOT NULL, `receivedAt` bigint NOT NULL, `repliedInMs` int NULL, `text` varchar(200) NULL, INDEX `IDX_e47821af61296d64a129fdbf45` (`orderId`), INDEX `IDX_c182b574db34ceb49f80b3c8c6` (`maskAt`), INDEX `IDX_00bb31daa6477bb47b54197fe6` (`openid`, `receivedAt`, `id`), INDEX `IDX_868b255c4d1977fe77c0a449c1` (`receivedAt`, `id`), UNIQUE INDEX `IDX_3081fd2704daaceaffa7120645` (`dedupeKey`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `wechat_tokens` (`key` varchar(96) NOT NULL, `token` text NOT NULL, `expiresAt` bigint NOT NULL, `leaseUntil` bigint NULL, `forcedAt` bigint NULL, `version` int NOT NULL, PRIMARY KEY (`key`)) ENGINE=InnoDB",
      "CREATE TABLE `wechat_templates` (`code` varchar(32) NOT NULL, `templateId` varchar(64) NULL, `title` varchar(64) NOT NULL, `fields` text NOT NULL, `state` varchar(32) NOT NULL, `problem` varchar(300) NULL, `checkedAt` bigint NULL, `version` int NOT NULL, PRIMARY KEY (`code`)) ENGINE=InnoDB",
      "CREATE TABLE `wechat_menus` (`id` varchar(22) NOT NULL, `draft` text NOT NULL, `published` text NULL, `publishedAt` bigint NULL, `problem` varchar(300) NULL, `version` int NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `wechat_links` (`id` varchar(22) NOT NULL, `tokenHash` varchar(64) NOT NULL, `accountId` varchar(22) NOT NULL, `path` varchar(500) NOT NULL, `expiresAt` bigint NOT NULL, `usedAt` bigint NULL, INDEX `IDX_a9f222885e8b2038b1c2f65303` (`accountId`), INDEX `IDX_fc63fc3c1099b7eb46220e11c9` (`expiresAt`), UNIQUE INDEX `IDX_47fdf8d1ab2807055224b4c742` (`tokenHash`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `wechat_bindings` ADD CONSTRAINT `FK_d34a2aa759b722d0566695e746d` FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `wechat_scene_tokens` ADD CONSTRAINT `FK_5cae41cf5fa24194945bced0da9` FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `wechat_inbound` ADD CONSTRAINT `FK_e47821af61296d64a129fdbf452` FOREIGN KEY (`orderId`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `wechat_links` ADD CONSTRAINT `FK_a9f222885e8b2038b1c2f653036` FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    ],
  },
};
