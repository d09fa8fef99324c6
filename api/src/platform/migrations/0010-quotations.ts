import type { Migration } from "../migrator.js";

const content = ["quotationId", "number", "parentNumber", "title", "regionCode", "productVersionId", "inputs", "plan"];
const frozen = [...content, "terms", "validUntil", "contractTemplate", "total", "cost", "listTotal", "authorId"];
const settled = ["hash", "sentAt", "endedAt", "ticked", "acceptedTotal", "pdfFileId", "pdfSha256"];
const SENT = "What a customer may have seen of a quotation never changes.";
const versionOf = (row: string): string => `(SELECT state FROM quotation_versions WHERE id = ${row}.versionId)`;
/** Columns that an order without a product leaves empty, with their types. */
const loosened = [
  ["orders", "productId", "varchar(22)", "varchar(22)"],
  ["orders", "productVersionId", "varchar(22)", "varchar(22)"],
  ["orders", "productVersionNumber", "integer", "int"],
  ["orders", "productSlug", "varchar(80)", "varchar(80)"],
  ["order_components", "componentId", "varchar(22)", "varchar(22)"],
  ["order_components", "serviceId", "varchar(22)", "varchar(22)"],
  ["reviews", "productId", "varchar(22)", "varchar(22)"],
] as const;

const orderReference = `CONSTRAINT "FK_0c1d69d6e6a16be1e6a1df41bd9" FOREIGN KEY ("quotationId") REFERENCES "quotations" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION`;

/**
 * SQLite keeps NOT NULL and the references of a table in its text alone; rewriting it leaves rows and keys where they
 * are. Each of these bears to be done again.
 */
const rewrittenText = [
  ...loosened.map(
    ([table, column, type]) => `UPDATE sqlite_master SET sql = replace(sql, '"${column}" ${type} NOT NULL',
      '"${column}" ${type}') WHERE type = 'table' AND name = '${table}'`,
  ),
  `UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE ("no")', 'UNIQUE ("no"), ${orderReference}')
    WHERE type = 'table' AND name = 'orders' AND sql NOT LIKE '%FK_0c1d69d6e6a16be1e6a1df41bd9%'`,
];

const lineEvents = ["INSERT", "UPDATE", "DELETE"] as const;

/**
 * The tables of quotations, made from `quotations/quotation.table.ts`. The database is the referee: a version that left
 * the draft keeps its content and its lines, and what happened to it is written once.
 */
export const quotations: Migration = {
  name: "0010-quotations",
  statements: {
    sqlite: [
      'CREATE TABLE "quotation_lines" ("id" varchar(22) PRIMARY KEY NOT NULL, "versionId" varchar(22) NOT NULL, "position" integer NOT NULL, "itemId" varchar(22) NOT NULL, "itemName" varchar(60) NOT NULL, "unit" varchar(20) NOT NULL, "componentId" varchar(22), "quantity" double NOT NULL, "stage" integer NOT NULL, "supplierId" varchar(22) NOT NULL, "serviceId" varchar(22), "unitPrice" bigint NOT NULL, "amount" bigint NOT NULL, "listAmount" bigint, "costAmount" bigint NOT NULL, "leadDays" integer, "optional" boolean NOT NULL, "note" varchar(300), CONSTRAINT "FK_5e81981bd2c2a8c4fc8efa1dac4" FOREIGN KEY ("versionId") REFERENCES "quotation_versions" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_8d7be306ce4ac23d03de131e5e8" FOREIGN KEY ("itemId") REFERENCES "service_items" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_d164c8f10187e6a3e66f1743fa6" FOREIGN KEY ("supplierId") REFERENCES "suppliers" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "quotation_requests" ("id" varchar(22) PRIMARY KEY NOT NULL, "quotationId" varchar(22) NOT NULL, "versionNumber" integer NOT NULL, "text" text NOT NULL, "state" varchar(32) NOT NULL, "answeredByNumber" integer, "answer" varchar(500), "answeredBy" varchar(22), "createdAt" bigint NOT NULL, "answeredAt" bigint, "version" integer NOT NULL, CONSTRAINT "FK_106136684b03a49349936551e67" FOREIGN KEY ("quotationId") REFERENCES "quotations" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "quotation_versions" ("id" varchar(22) PRIMARY KEY NOT NULL, "quotationId" varchar(22) NOT NULL, "number" integer NOT NULL, "parentNumber" integer, "state" varchar(32) NOT NULL, "title" varchar(100) NOT NULL, "regionCode" varchar(12) NOT NULL, "productVersionId" varchar(22), "inputs" text NOT NULL, "plan" text NOT NULL, "terms" text NOT NULL, "validUntil" bigint NOT NULL, "contractTemplate" varchar(40), "total" bigint NOT NULL, "cost" bigint NOT NULL, "listTotal" bigint NOT NULL, "changeNote" varchar(500), "hash" varchar(64), "reviewReasons" text NOT NULL, "reviewNote" varchar(200), "authorId" varchar(22), "reviewerId" varchar(22), "createdAt" bigint NOT NULL, "sentAt" bigint, "endedAt" bigint, "endReason" varchar(300), "ticked" text, "acceptedTotal" bigint, "pdfFileId" varchar(22), "pdfSha256" varchar(64), "version" integer NOT NULL, CONSTRAINT "FK_9138b9a4dcecd198f47a4798742" FOREIGN KEY ("quotationId") REFERENCES "quotations" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_8a95ddc142606555eb5f0450369" FOREIGN KEY ("productVersionId") REFERENCES "product_versions" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "quotations" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "customerId" varchar(22) NOT NULL, "source" varchar(32) NOT NULL, "sourceId" varchar(22), "title" varchar(100) NOT NULL, "state" varchar(32) NOT NULL, "currentNumber" integer NOT NULL, "draftNumber" integer, "total" bigint, "validUntil" bigint, "attention" varchar(32), "createdBy" varchar(22), "createdAt" bigint NOT NULL, "updatedAt" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_3e626ac488cdeb9890d4ac9118d" UNIQUE ("no"), CONSTRAINT "FK_116e4084cf9a95beea7e502ac0d" FOREIGN KEY ("customerId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_29e1872222e26d5a2b21548c954" FOREIGN KEY ("createdBy") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE INDEX "IDX_039a2c58705a57dd8bc93c17eb" ON "quotations" ("attention", "createdAt", "id")',
      'CREATE INDEX "IDX_29e1872222e26d5a2b21548c95" ON "quotations" ("createdBy")',
      'CREATE UNIQUE INDEX "IDX_3e877541a0d13cbcd61b82d873" ON "quotation_lines" ("versionId", "position")',
      'CREATE INDEX "IDX_6e205faf87f6cf901012df6e09" ON "quotations" ("state", "createdAt", "id")',
      'CREATE INDEX "IDX_7da634400bbaef2ffa6361e758" ON "quotations" ("createdAt", "id")',
      'CREATE INDEX "IDX_8a95ddc142606555eb5f045036" ON "quotation_versions" ("productVersionId")',
      'CREATE INDEX "IDX_8d7be306ce4ac23d03de131e5e" ON "quotation_lines" ("itemId")',
      'CREATE INDEX "IDX_9692da4d42f32b4d00eb1a5be3" ON "quotations" ("customerId", "createdAt", "id")',
      'CREATE INDEX "IDX_d164c8f10187e6a3e66f1743fa" ON "quotation_lines" ("supplierId")',
      'CREATE UNIQUE INDEX "IDX_f0654ae9a4db87002ab0cb11a6" ON "quotation_versions" ("quotationId", "number")',
      'CREATE INDEX "IDX_fafaa3f52113ac5882258c848c" ON "quotations" ("sourceId")',
      'CREATE INDEX "IDX_fc2ada360fe5930ea469980fd9" ON "quotation_requests" ("quotationId", "createdAt", "id")',
      `CREATE TRIGGER quotation_versions_stay BEFORE UPDATE ON quotation_versions BEGIN
        SELECT RAISE(ABORT, '${SENT}') WHERE OLD.state <> 'DRAFT'
          AND NOT (${frozen.map((c) => `NEW."${c}" IS OLD."${c}"`).join(" AND ")});
        SELECT RAISE(ABORT, '${SENT}')
          WHERE NOT (${settled.map((c) => `(OLD."${c}" IS NULL OR NEW."${c}" IS OLD."${c}")`).join(" AND ")});
      END`,
      `CREATE TRIGGER quotation_versions_last BEFORE DELETE ON quotation_versions
        BEGIN SELECT RAISE(ABORT, '${SENT}'); END`,
      ...lineEvents.map(
        (event) => `CREATE TRIGGER quotation_lines_stay_${event.toLowerCase()} BEFORE ${event} ON quotation_lines
        WHEN ${versionOf(event === "DELETE" ? "OLD" : "NEW")} <> 'DRAFT' BEGIN SELECT RAISE(ABORT, '${SENT}'); END`,
      ),
      'ALTER TABLE "orders" ADD COLUMN "quotationId" varchar(22)',
      'ALTER TABLE "orders" ADD COLUMN "contractTemplate" varchar(40)',
      ["PRAGMA writable_schema = ON", ...rewrittenText, "PRAGMA writable_schema = RESET"],
      'CREATE UNIQUE INDEX "IDX_0c1d69d6e6a16be1e6a1df41bd" ON "orders" ("quotationId")',
    ],
    mysql: [
      "CREATE TABLE `quotations` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `customerId` varchar(22) NOT NULL, `source` varchar(32) NOT NULL, `sourceId` varchar(22) NULL, `title` varchar(100) NOT NULL, `state` varchar(32) NOT NULL, `currentNumber` int NOT NULL, `draftNumber` int NULL, `total` bigint NULL, `validUntil` bigint NULL, `attention` varchar(32) NULL, `createdBy` varchar(22) NULL, `createdAt` bigint NOT NULL, `updatedAt` bigint NOT NULL, `version` int NOT NULL, INDEX `IDX_fafaa3f52113ac5882258c848c` (`sourceId`), INDEX `IDX_29e1872222e26d5a2b21548c95` (`createdBy`), INDEX `IDX_7da634400bbaef2ffa6361e758` (`createdAt`, `id`), INDEX `IDX_039a2c58705a57dd8bc93c17eb` (`attention`, `createdAt`, `id`), INDEX `IDX_6e205faf87f6cf901012df6e09` (`state`, `createdAt`, `id`), INDEX `IDX_9692da4d42f32b4d00eb1a5be3` (`customerId`, `createdAt`, `id`), UNIQUE INDEX `IDX_3e626ac488cdeb9890d4ac9118` (`no`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `quotation_versions` (`id` varchar(22) NOT NULL, `quotationId` varchar(22) NOT NULL, `number` int NOT NULL, `parentNumber` int NULL, `state` varchar(32) NOT NULL, `title` varchar(100) NOT NULL, `regionCode` varchar(12) NOT NULL, `productVersionId` varchar(22) NULL, `inputs` text NOT NULL, `plan` text NOT NULL, `terms` text NOT NULL, `validUntil` bigint NOT NULL, `contractTemplate` varchar(40) NULL, `total` bigint NOT NULL, `cost` bigint NOT NULL, `listTotal` bigint NOT NULL, `changeNote` varchar(500) NULL, `hash` varchar(64) NULL, `reviewReasons` text NOT NULL, `reviewNote` varchar(200) NULL, `authorId` varchar(22) NULL, `reviewerId` varchar(22) NULL, `createdAt` bigint NOT NULL, `sentAt` bigint NULL, `endedAt` bigint NULL, `endReason` varchar(300) NULL, `ticked` text NULL, `acceptedTotal` bigint NULL, `pdfFileId` varchar(22) NULL, `pdfSha256` varchar(64) NULL, `version` int NOT NULL, INDEX `IDX_8a95ddc142606555eb5f045036` (`productVersionId`), UNIQUE INDEX `IDX_f0654ae9a4db87002ab0cb11a6` (`quotationId`, `number`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `quotation_lines` (`id` varchar(22) NOT NULL, `versionId` varchar(22) NOT NULL, `position` int NOT NULL, `itemId` varchar(22) NOT NULL, `itemName` varchar(60) NOT NULL, `unit` varchar(20) NOT NULL, `componentId` varchar(22) NULL, `quantity` double NOT NULL, `stage` int NOT NULL, `supplierId` varchar(22) NOT NULL, `serviceId` varchar(22) NULL, `unitPrice` bigint NOT NULL, `amount` bigint NOT NULL, `listAmount` bigint NULL, `costAmount` bigint NOT NULL, `leadDays` int NULL, `optional` tinyint NOT NULL, `note` varchar(300) NULL, INDEX `IDX_8d7be306ce4ac23d03de131e5e` (`itemId`), INDEX `IDX_d164c8f10187e6a3e66f1743fa` (`supplierId`), UNIQUE INDEX `IDX_3e877541a0d13cbcd61b82d873` (`versionId`, `position`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `quotation_requests` (`id` varchar(22) NOT NULL, `quotationId` varchar(22) NOT NULL, `versionNumber` int NOT NULL, `text` text NOT NULL, `state` varchar(32) NOT NULL, `answeredByNumber` int NULL, `answer` varchar(500) NULL, `answeredBy` varchar(22) NULL, `createdAt` bigint NOT NULL, `answeredAt` bigint NULL, `version` int NOT NULL, INDEX `IDX_fc2ada360fe5930ea469980fd9` (`quotationId`, `createdAt`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `quotations` ADD CONSTRAINT `FK_116e4084cf9a95beea7e502ac0d` FOREIGN KEY (`customerId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `quotations` ADD CONSTRAINT `FK_29e1872222e26d5a2b21548c954` FOREIGN KEY (`createdBy`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `quotation_versions` ADD CONSTRAINT `FK_9138b9a4dcecd198f47a4798742` FOREIGN KEY (`quotationId`) REFERENCES `quotations`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `quotation_versions` ADD CONSTRAINT `FK_8a95ddc142606555eb5f0450369` FOREIGN KEY (`productVersionId`) REFERENCES `product_versions`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `quotation_lines` ADD CONSTRAINT `FK_5e81981bd2c2a8c4fc8efa1dac4` FOREIGN KEY (`versionId`) REFERENCES `quotation_versions`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `quotation_lines` ADD CONSTRAINT `FK_8d7be306ce4ac23d03de131e5e8` FOREIGN KEY (`itemId`) REFERENCES `service_items`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `quotation_lines` ADD CONSTRAINT `FK_d164c8f10187e6a3e66f1743fa6` FOREIGN KEY (`supplierId`) REFERENCES `suppliers`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `quotation_requests` ADD CONSTRAINT `FK_106136684b03a49349936551e67` FOREIGN KEY (`quotationId`) REFERENCES `quotations`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      `CREATE TRIGGER quotation_versions_stay BEFORE UPDATE ON quotation_versions FOR EACH ROW BEGIN
        IF OLD.state <> 'DRAFT' AND NOT (${frozen.map((c) => `NEW.\`${c}\` <=> OLD.\`${c}\``).join(" AND ")}) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${SENT}';
        END IF;
        IF NOT (${settled.map((c) => `(OLD.\`${c}\` IS NULL OR NEW.\`${c}\` <=> OLD.\`${c}\`)`).join(" AND ")}) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${SENT}';
        END IF;
      END`,
      `CREATE TRIGGER quotation_versions_last BEFORE DELETE ON quotation_versions FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${SENT}'`,
      ...lineEvents.map(
        (event) => `CREATE TRIGGER quotation_lines_stay_${event.toLowerCase()} BEFORE ${event} ON quotation_lines
        FOR EACH ROW IF ${versionOf(event === "DELETE" ? "OLD" : "NEW")} <> 'DRAFT' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${SENT}'; END IF`,
      ),
      ...loosened.map(([table, column, , type]) => `ALTER TABLE \`${table}\` MODIFY \`${column}\` ${type} NULL`),
      "ALTER TABLE `orders` ADD COLUMN `quotationId` varchar(22) NULL, ADD COLUMN `contractTemplate` varchar(40) NULL",
      "CREATE UNIQUE INDEX `IDX_0c1d69d6e6a16be1e6a1df41bd` ON `orders` (`quotationId`)",
      "ALTER TABLE `orders` ADD CONSTRAINT `FK_0c1d69d6e6a16be1e6a1df41bd9` FOREIGN KEY (`quotationId`) REFERENCES `quotations`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    ],
  },
};
