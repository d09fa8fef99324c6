import type { Migration } from "../migrator.js";

const sqlite = (table: string, column: string): string => `ALTER TABLE "${table}" ADD COLUMN ${column}`;
const mysql = (table: string, column: string): string => `ALTER TABLE \`${table}\` ADD COLUMN ${column}`;

/** Each column with the table it is added to: name, type and what older rows hold, the same in both dialects. */
const columns: readonly (readonly [table: string, column: string])[] = [
  ["service_items", "requiredCertificates text NULL"],
  ["product_versions", "planTemplate varchar(30) NULL"],
  ["product_versions", "saleMode varchar(32) NOT NULL DEFAULT 'FIXED'"],
  ["product_versions", "choiceGroups text NULL"],
  ["product_versions", "contractTemplate varchar(30) NULL"],
  ["product_versions", "submittedAt bigint NULL"],
  ["product_versions", "submitterId varchar(22) NULL"],
  ["product_versions", "reviewerId varchar(22) NULL"],
  ["product_versions", "returnReason text NULL"],
  ["products", "submittedAt bigint NULL"],
  ["product_components", "quantityFormula text NULL"],
  ["product_components", "choiceGroup varchar(30) NULL"],
  ["product_components", "eligible text NULL"],
  ["product_components", "priceFormula varchar(60) NULL"],
  ["product_components", "dependsOn text NULL"],
  ["product_components", "lagHours integer NOT NULL DEFAULT 0"],
  ["order_components", "dependsOn text NULL"],
  ["order_components", "lagHours integer NOT NULL DEFAULT 0"],
  ["tickets", "waitsFor text NULL"],
  ["tickets", "lagHours integer NOT NULL DEFAULT 0"],
  ["tickets", "releasesAt bigint NULL"],
];

/** Products composed of choices, expressions and an order of work; what older rows lack is read as before. */
export const composition: Migration = {
  name: "0008-composition",
  statements: {
    sqlite: [
      ...columns.map(([table, column]) => sqlite(table, column)),
      'CREATE TABLE "plan_templates" ("id" varchar(22) PRIMARY KEY NOT NULL, "code" varchar(30) NOT NULL, "name" varchar(40) NOT NULL, "nameEn" varchar(60) NOT NULL, "steps" text NOT NULL, "offered" boolean NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_cb572c093f026049bbff1713f6c" UNIQUE ("code"))',
      'CREATE INDEX "IDX_ed7507eddb1164ea6dfb2eee55" ON "products" ("submittedAt", "id")',
    ],
    mysql: [
      ...columns.map(([table, column]) => mysql(table, column)),
      "CREATE TABLE `plan_templates` (`id` varchar(22) NOT NULL, `code` varchar(30) NOT NULL, `name` varchar(40) NOT NULL, `nameEn` varchar(60) NOT NULL, `steps` text NOT NULL, `offered` tinyint NOT NULL, `version` int NOT NULL, UNIQUE INDEX `IDX_cb572c093f026049bbff1713f6` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE INDEX `IDX_ed7507eddb1164ea6dfb2eee55` ON `products` (`submittedAt`, `id`)",
    ],
  },
};
