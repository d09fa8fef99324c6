import type { Migration } from "../migrator.js";

/** Made from the tables; never edited after a release. */
export const pricing: Migration = {
  name: "0006-pricing",
  statements: {
    sqlite: [
      'CREATE TABLE "formula_versions" ("id" varchar(22) PRIMARY KEY NOT NULL, "formulaId" varchar(22) NOT NULL, "number" integer NOT NULL, "params" text NOT NULL, "tables" text NOT NULL, "expression" text NOT NULL, "resultUnit" varchar(20), "roundingStep" integer NOT NULL, "roundingMode" varchar(32) NOT NULL, "tests" text NOT NULL, "state" varchar(32) NOT NULL, "effectiveFrom" bigint, "authorId" varchar(22), "publisherId" varchar(22), "createdAt" bigint NOT NULL, "publishedAt" bigint, "version" integer NOT NULL, CONSTRAINT "FK_0aecd155d6a8640b48591443b6b" FOREIGN KEY ("formulaId") REFERENCES "formulas" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_6fc22abab49befefa9a8f3f579e" FOREIGN KEY ("authorId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_4c75fdb4053182871ee9e4ed8ff" FOREIGN KEY ("publisherId") REFERENCES "accounts" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE TABLE "formulas" ("id" varchar(22) PRIMARY KEY NOT NULL, "code" varchar(40) NOT NULL, "name" varchar(60) NOT NULL, "createdAt" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_2703640734348b2586eb9d82146" UNIQUE ("code"))',
      'CREATE INDEX "IDX_4c75fdb4053182871ee9e4ed8f" ON "formula_versions" ("publisherId")',
      'CREATE INDEX "IDX_6fc22abab49befefa9a8f3f579" ON "formula_versions" ("authorId")',
      'CREATE UNIQUE INDEX "IDX_8cf10ad0d2e0b2b501c9447025" ON "formula_versions" ("formulaId", "number")',
    ],
    mysql: [
      "CREATE TABLE `formulas` (`id` varchar(22) NOT NULL, `code` varchar(40) NOT NULL, `name` varchar(60) NOT NULL, `createdAt` bigint NOT NULL, `version` int NOT NULL, UNIQUE INDEX `IDX_2703640734348b2586eb9d8214` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `formula_versions` (`id` varchar(22) NOT NULL, `formulaId` varchar(22) NOT NULL, `number` int NOT NULL, `params` text NOT NULL, `tables` text NOT NULL, `expression` text NOT NULL, `resultUnit` varchar(20) NULL, `roundingStep` int NOT NULL, `roundingMode` varchar(32) NOT NULL, `tests` text NOT NULL, `state` varchar(32) NOT NULL, `effectiveFrom` bigint NULL, `authorId` varchar(22) NULL, `publisherId` varchar(22) NULL, `createdAt` bigint NOT NULL, `publishedAt` bigint NULL, `version` int NOT NULL, INDEX `IDX_6fc22abab49befefa9a8f3f579` (`authorId`), INDEX `IDX_4c75fdb4053182871ee9e4ed8f` (`publisherId`), UNIQUE INDEX `IDX_8cf10ad0d2e0b2b501c9447025` (`formulaId`, `number`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `formula_versions` ADD CONSTRAINT `FK_0aecd155d6a8640b48591443b6b` FOREIGN KEY (`formulaId`) REFERENCES `formulas`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `formula_versions` ADD CONSTRAINT `FK_6fc22abab49befefa9a8f3f579e` FOREIGN KEY (`authorId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `formula_versions` ADD CONSTRAINT `FK_4c75fdb4053182871ee9e4ed8ff` FOREIGN KEY (`publisherId`) REFERENCES `accounts`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    ],
  },
};
