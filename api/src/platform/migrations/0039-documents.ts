import type { Migration } from "../migrator.js";

/** Documents that outgrow MySQL's TEXT of 64 KB; entities keep calling them text: TypeORM has no word for both. */
export const longFormTexts = { forms: [{ column: "data" }, { column: "document" }] } as const;

const WORDING_KEPT = "What forms were issued from never changes.";
const FORM_KEPT = "An issued form never changes.";
const events = ["UPDATE", "DELETE"] as const;

/** What a form says and of whom; only its end, its file and its version are written later. */
const frozen = [
  ...["id", "no", "code", "subjectKind", "subjectId", "number", "supersedes", "reason", "orderId", "customerId"],
  ...["supplierId", "title", "amount", "wordingNumber", "data", "dataHash", "document", "hash", "issuedAt", "issuedBy"],
];
/** ISSUED ends once; a file that was kept stays. */
const ended = "(OLD.state = NEW.state OR OLD.state = 'ISSUED')";
const filed = "(OLD.pdfFileId IS NULL OR OLD.pdfFileId = NEW.pdfFileId)";
const stays = (same: string, quote: string): string =>
  [...frozen.map((column) => `NEW.${quote}${column}${quote} ${same} OLD.${quote}${column}${quote}`), ended, filed].join(
    " AND ",
  );

/** The tables of forms, made from `documents/documents.table.ts`. The database is the referee: what was issued stays. */
export const documents: Migration = {
  name: "0039-documents",
  statements: {
    sqlite: [
      'CREATE TABLE "form_wordings" ("id" varchar(22) PRIMARY KEY NOT NULL, "code" varchar(32) NOT NULL, "number" integer NOT NULL, "title" varchar(60) NOT NULL, "text" text NOT NULL, "authorId" varchar(22), "createdAt" bigint NOT NULL, CONSTRAINT "FK_55f40edfb1d9a1207c2e44fa252" FOREIGN KEY ("authorId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "forms" ("id" varchar(22) PRIMARY KEY NOT NULL, "no" varchar(24) NOT NULL, "code" varchar(32) NOT NULL, "subjectKind" varchar(32) NOT NULL, "subjectId" varchar(22) NOT NULL, "number" integer NOT NULL, "supersedes" varchar(22), "reason" varchar(300), "orderId" varchar(22), "customerId" varchar(22), "supplierId" varchar(22), "title" varchar(60) NOT NULL, "amount" bigint, "wordingNumber" integer NOT NULL, "data" text NOT NULL, "dataHash" varchar(64) NOT NULL, "document" text NOT NULL, "hash" varchar(64) NOT NULL, "issuedAt" bigint NOT NULL, "issuedBy" varchar(22), "state" varchar(32) NOT NULL, "voidReason" varchar(300), "voidedBy" varchar(22), "voidedAt" bigint, "pdfFileId" varchar(22), "version" integer NOT NULL, CONSTRAINT "UQ_45d84d528ab896cb528a23de1ba" UNIQUE ("no"), CONSTRAINT "FK_14d15f134dd3a66bd1f98d0d47c" FOREIGN KEY ("supersedes") REFERENCES "forms" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_083d0c19f3a6ed6f2a205166cfa" FOREIGN KEY ("orderId") REFERENCES "orders" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_67cc8502e9436edec939abf5757" FOREIGN KEY ("customerId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_6b6347e4f732b3a49d362a43796" FOREIGN KEY ("supplierId") REFERENCES "suppliers" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_2b476852ae8262b8a8bf64d9adc" FOREIGN KEY ("pdfFileId") REFERENCES "files" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE INDEX "IDX_083d0c19f3a6ed6f2a205166cf" ON "forms" ("orderId")',
      'CREATE UNIQUE INDEX "IDX_127c789d30a9262d9fe78e3fa1" ON "forms" ("code", "subjectKind", "subjectId", "number")',
      'CREATE INDEX "IDX_14d15f134dd3a66bd1f98d0d47" ON "forms" ("supersedes")',
      'CREATE INDEX "IDX_2b476852ae8262b8a8bf64d9ad" ON "forms" ("pdfFileId")',
      'CREATE INDEX "IDX_55f40edfb1d9a1207c2e44fa25" ON "form_wordings" ("authorId")',
      'CREATE INDEX "IDX_67cc8502e9436edec939abf575" ON "forms" ("customerId")',
      'CREATE INDEX "IDX_9506fcec419f59dff14328be80" ON "forms" ("supplierId", "issuedAt", "id")',
      'CREATE UNIQUE INDEX "IDX_9b7ccf389cc8e4ed71c700212c" ON "form_wordings" ("code", "number")',
      'CREATE INDEX "IDX_cedecf9ef6a84573ece07973fa" ON "forms" ("issuedAt", "id")',
      'CREATE INDEX "IDX_e385a11ef6dd52d22937c9e495" ON "forms" ("code", "issuedAt", "id")',
      ...events.map(
        (event) => `CREATE TRIGGER form_wording_stays_${event.toLowerCase()} BEFORE ${event} ON form_wordings
        BEGIN SELECT RAISE(ABORT, '${WORDING_KEPT}'); END`,
      ),
      `CREATE TRIGGER forms_stay BEFORE UPDATE ON forms BEGIN
        SELECT RAISE(ABORT, '${FORM_KEPT}') WHERE NOT (${stays("IS", "")});
      END`,
      `CREATE TRIGGER forms_last BEFORE DELETE ON forms BEGIN SELECT RAISE(ABORT, '${FORM_KEPT}'); END`,
    ],
    mysql: [
      "CREATE TABLE `form_wordings` (`id` varchar(22) NOT NULL, `code` varchar(32) NOT NULL, `number` int NOT NULL, `title` varchar(60) NOT NULL, `text` text NOT NULL, `authorId` varchar(22) NULL, `createdAt` bigint NOT NULL, INDEX `IDX_55f40edfb1d9a1207c2e44fa25` (`authorId`), UNIQUE INDEX `IDX_9b7ccf389cc8e4ed71c700212c` (`code`, `number`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `forms` (`id` varchar(22) NOT NULL, `no` varchar(24) NOT NULL, `code` varchar(32) NOT NULL, `subjectKind` varchar(32) NOT NULL, `subjectId` varchar(22) NOT NULL, `number` int NOT NULL, `supersedes` varchar(22) NULL, `reason` varchar(300) NULL, `orderId` varchar(22) NULL, `customerId` varchar(22) NULL, `supplierId` varchar(22) NULL, `title` varchar(60) NOT NULL, `amount` bigint NULL, `wordingNumber` int NOT NULL, `data` mediumtext NOT NULL, `dataHash` varchar(64) NOT NULL, `document` mediumtext NOT NULL, `hash` varchar(64) NOT NULL, `issuedAt` bigint NOT NULL, `issuedBy` varchar(22) NULL, `state` varchar(32) NOT NULL, `voidReason` varchar(300) NULL, `voidedBy` varchar(22) NULL, `voidedAt` bigint NULL, `pdfFileId` varchar(22) NULL, `version` int NOT NULL, UNIQUE INDEX `IDX_45d84d528ab896cb528a23de1b` (`no`), INDEX `IDX_083d0c19f3a6ed6f2a205166cf` (`orderId`), UNIQUE INDEX `IDX_127c789d30a9262d9fe78e3fa1` (`code`, `subjectKind`, `subjectId`, `number`), INDEX `IDX_14d15f134dd3a66bd1f98d0d47` (`supersedes`), INDEX `IDX_2b476852ae8262b8a8bf64d9ad` (`pdfFileId`), INDEX `IDX_67cc8502e9436edec939abf575` (`customerId`), INDEX `IDX_9506fcec419f59dff14328be80` (`supplierId`, `issuedAt`, `id`), INDEX `IDX_cedecf9ef6a84573ece07973fa` (`issuedAt`, `id`), INDEX `IDX_e385a11ef6dd52d22937c9e495` (`code`, `issuedAt`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `form_wordings` ADD CONSTRAINT `FK_55f40edfb1d9a1207c2e44fa252` FOREIGN KEY (`authorId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `forms` ADD CONSTRAINT `FK_14d15f134dd3a66bd1f98d0d47c` FOREIGN KEY (`supersedes`) REFERENCES `forms`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `forms` ADD CONSTRAINT `FK_083d0c19f3a6ed6f2a205166cfa` FOREIGN KEY (`orderId`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `forms` ADD CONSTRAINT `FK_67cc8502e9436edec939abf5757` FOREIGN KEY (`customerId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `forms` ADD CONSTRAINT `FK_6b6347e4f732b3a49d362a43796` FOREIGN KEY (`supplierId`) REFERENCES `suppliers`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `forms` ADD CONSTRAINT `FK_2b476852ae8262b8a8bf64d9adc` FOREIGN KEY (`pdfFileId`) REFERENCES `files`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      ...events.map(
        (event) => `CREATE TRIGGER form_wording_stays_${event.toLowerCase()} BEFORE ${event} ON form_wordings
        FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${WORDING_KEPT}'`,
      ),
      `CREATE TRIGGER forms_stay BEFORE UPDATE ON forms FOR EACH ROW BEGIN
        IF NOT (${stays("<=>", "`")}) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${FORM_KEPT}';
        END IF;
      END`,
      `CREATE TRIGGER forms_last BEFORE DELETE ON forms FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${FORM_KEPT}'`,
    ],
  },
};
