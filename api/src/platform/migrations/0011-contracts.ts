import type { Migration } from "../migrator.js";

const KEPT = "What contracts were issued from never changes.";
const events = ["UPDATE", "DELETE"] as const;

/**
 * The tables of contracts, made from `contracts/contracts.table.ts`, and on orders when theirs was verified. The database
 * is the referee: a wording that was saved stays as it is.
 */
export const contracts: Migration = {
  name: "0011-contracts",
  statements: {
    sqlite: [
      'CREATE TABLE "contract_template_versions" ("id" varchar(22) PRIMARY KEY NOT NULL, "templateId" varchar(22) NOT NULL, "number" integer NOT NULL, "title" varchar(60) NOT NULL, "text" text NOT NULL, "authorId" varchar(22), "createdAt" bigint NOT NULL, CONSTRAINT "FK_c9a7a518d596c3773df65d8877d" FOREIGN KEY ("templateId") REFERENCES "contract_templates" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_43c4486a260e7d7effa5888d2a4" FOREIGN KEY ("authorId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "contract_templates" ("id" varchar(22) PRIMARY KEY NOT NULL, "code" varchar(40) NOT NULL, "name" varchar(60) NOT NULL, "currentNumber" integer NOT NULL, "updatedAt" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_6eb7d5132d940c12232b677eba1" UNIQUE ("code"))',
      'CREATE TABLE "contracts" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "orderId" varchar(22) NOT NULL, "customerId" varchar(22) NOT NULL, "templateCode" varchar(40) NOT NULL, "state" varchar(32) NOT NULL, "revision" integer NOT NULL, "templateVersionId" varchar(22), "amount" bigint, "document" text, "pdfFileId" varchar(22), "sha256" varchar(64), "issuedAt" bigint, "scanIds" text NOT NULL, "uploadedBy" varchar(22), "uploadedByStaff" boolean NOT NULL, "uploadedAt" bigint, "rejectReason" varchar(300), "verifiedBy" varchar(22), "verifiedAt" bigint, "effectiveOn" varchar(10), "createdAt" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_20938c22be8d48dadade77edaaa" UNIQUE ("no"), CONSTRAINT "FK_d2e3608065f977a8a4667c9323b" FOREIGN KEY ("orderId") REFERENCES "orders" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_22c6e574e547c5b5d79e9c84380" FOREIGN KEY ("customerId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_c49428fc45b2298f4d26d4ee73b" FOREIGN KEY ("templateVersionId") REFERENCES "contract_template_versions" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_c3f662675d983878f3dc379deb0" FOREIGN KEY ("uploadedBy") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_0209ae7495106101d778657b900" FOREIGN KEY ("verifiedBy") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE INDEX "IDX_0209ae7495106101d778657b90" ON "contracts" ("verifiedBy")',
      'CREATE INDEX "IDX_22c6e574e547c5b5d79e9c8438" ON "contracts" ("customerId")',
      'CREATE INDEX "IDX_43c4486a260e7d7effa5888d2a" ON "contract_template_versions" ("authorId")',
      'CREATE UNIQUE INDEX "IDX_a1cfab09b4284fdf9b9e25068c" ON "contract_template_versions" ("templateId", "number")',
      'CREATE INDEX "IDX_a54e9803881e598ece11e71180" ON "contracts" ("createdAt", "id")',
      'CREATE INDEX "IDX_bd49e58581d61ac079952af4de" ON "contracts" ("state", "createdAt", "id")',
      'CREATE INDEX "IDX_c3f662675d983878f3dc379deb" ON "contracts" ("uploadedBy")',
      'CREATE INDEX "IDX_c49428fc45b2298f4d26d4ee73" ON "contracts" ("templateVersionId")',
      'CREATE UNIQUE INDEX "IDX_d2e3608065f977a8a4667c9323" ON "contracts" ("orderId")',
      ...events.map(
        (
          event,
        ) => `CREATE TRIGGER contract_wording_stays_${event.toLowerCase()} BEFORE ${event} ON contract_template_versions
        BEGIN SELECT RAISE(ABORT, '${KEPT}'); END`,
      ),
      'ALTER TABLE "orders" ADD COLUMN "contractVerifiedAt" bigint',
    ],
    mysql: [
      "CREATE TABLE `contract_templates` (`id` varchar(22) NOT NULL, `code` varchar(40) NOT NULL, `name` varchar(60) NOT NULL, `currentNumber` int NOT NULL, `updatedAt` bigint NOT NULL, `version` int NOT NULL, UNIQUE INDEX `IDX_6eb7d5132d940c12232b677eba` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `contract_template_versions` (`id` varchar(22) NOT NULL, `templateId` varchar(22) NOT NULL, `number` int NOT NULL, `title` varchar(60) NOT NULL, `text` text NOT NULL, `authorId` varchar(22) NULL, `createdAt` bigint NOT NULL, INDEX `IDX_43c4486a260e7d7effa5888d2a` (`authorId`), UNIQUE INDEX `IDX_a1cfab09b4284fdf9b9e25068c` (`templateId`, `number`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `contracts` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `orderId` varchar(22) NOT NULL, `customerId` varchar(22) NOT NULL, `templateCode` varchar(40) NOT NULL, `state` varchar(32) NOT NULL, `revision` int NOT NULL, `templateVersionId` varchar(22) NULL, `amount` bigint NULL, `document` text NULL, `pdfFileId` varchar(22) NULL, `sha256` varchar(64) NULL, `issuedAt` bigint NULL, `scanIds` text NOT NULL, `uploadedBy` varchar(22) NULL, `uploadedByStaff` tinyint NOT NULL, `uploadedAt` bigint NULL, `rejectReason` varchar(300) NULL, `verifiedBy` varchar(22) NULL, `verifiedAt` bigint NULL, `effectiveOn` varchar(10) NULL, `createdAt` bigint NOT NULL, `version` int NOT NULL, UNIQUE INDEX `IDX_d2e3608065f977a8a4667c9323` (`orderId`), INDEX `IDX_22c6e574e547c5b5d79e9c8438` (`customerId`), INDEX `IDX_c49428fc45b2298f4d26d4ee73` (`templateVersionId`), INDEX `IDX_c3f662675d983878f3dc379deb` (`uploadedBy`), INDEX `IDX_0209ae7495106101d778657b90` (`verifiedBy`), INDEX `IDX_a54e9803881e598ece11e71180` (`createdAt`, `id`), INDEX `IDX_bd49e58581d61ac079952af4de` (`state`, `createdAt`, `id`), UNIQUE INDEX `IDX_20938c22be8d48dadade77edaa` (`no`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `contract_template_versions` ADD CONSTRAINT `FK_c9a7a518d596c3773df65d8877d` FOREIGN KEY (`templateId`) REFERENCES `contract_templates`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `contract_template_versions` ADD CONSTRAINT `FK_43c4486a260e7d7effa5888d2a4` FOREIGN KEY (`authorId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `contracts` ADD CONSTRAINT `FK_d2e3608065f977a8a4667c9323b` FOREIGN KEY (`orderId`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `contracts` ADD CONSTRAINT `FK_22c6e574e547c5b5d79e9c84380` FOREIGN KEY (`customerId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `contracts` ADD CONSTRAINT `FK_c49428fc45b2298f4d26d4ee73b` FOREIGN KEY (`templateVersionId`) REFERENCES `contract_template_versions`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `contracts` ADD CONSTRAINT `FK_c3f662675d983878f3dc379deb0` FOREIGN KEY (`uploadedBy`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `contracts` ADD CONSTRAINT `FK_0209ae7495106101d778657b900` FOREIGN KEY (`verifiedBy`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      ...events.map(
        (
          event,
        ) => `CREATE TRIGGER contract_wording_stays_${event.toLowerCase()} BEFORE ${event} ON contract_template_versions
        FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${KEPT}'`,
      ),
      "ALTER TABLE `orders` ADD COLUMN `contractVerifiedAt` bigint NULL",
    ],
  },
};
