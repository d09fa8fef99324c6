import type { Migration } from "../migrator.js";

/** What a visitor sees of a product, a service or a supplier; marks and sales counts are left to the end of a copy's life. */
const seen = {
  products: ["listed", "state", "publishedVersionId", "slug", "priceFrom", "supplierCount", "regions"],
  suppliers: ["state", "name", "introduction", "regions"],
};
/** Tables of which every change is seen. */
const whole = {
  categories: ["INSERT", "UPDATE", "DELETE"],
  service_items: ["UPDATE"],
  supplier_services: ["INSERT", "UPDATE"],
  reviews: ["INSERT", "UPDATE"],
  search_synonyms: ["INSERT", "UPDATE", "DELETE"],
};
const kindOf = (table: string): string => (table === "search_synonyms" ? "WORDS" : "SHOP");
const note = (table: string): string => `INSERT INTO catalogue_changes (kind) VALUES ('${kindOf(table)}')`;

const sqliteTriggers = [
  ...Object.entries(seen).map(([table, columns]) => {
    const moved = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(" OR ");
    return `CREATE TRIGGER ${table}_seen AFTER UPDATE ON ${table} WHEN ${moved} BEGIN ${note(table)}; END`;
  }),
  ...Object.entries(whole).flatMap(([table, events]) =>
    events.map(
      (event) =>
        `CREATE TRIGGER ${table}_seen_${event.toLowerCase()} AFTER ${event} ON ${table} BEGIN ${note(table)}; END`,
    ),
  ),
];
const mysqlTriggers = [
  ...Object.entries(seen).map(([table, columns]) => {
    const same = columns.map((column) => `OLD.${column} <=> NEW.${column}`).join(" AND ");
    return `CREATE TRIGGER ${table}_seen AFTER UPDATE ON ${table} FOR EACH ROW IF NOT (${same}) THEN ${note(table)}; END IF`;
  }),
  ...Object.entries(whole).flatMap(([table, events]) =>
    events.map(
      (event) =>
        `CREATE TRIGGER ${table}_seen_${event.toLowerCase()} AFTER ${event} ON ${table} FOR EACH ROW ${note(table)}`,
    ),
  ),
];

/**
 * The words of the search index, synonyms, and a row for each change of the catalogue that copies of its pages look for.
 * The rows are written by triggers: whichever flow changes what is sold, no copy outlives it.
 */
export const searchWords: Migration = {
  name: "0012-search",
  statements: {
    sqlite: [
      'ALTER TABLE "products" ADD COLUMN "saleMode" varchar(32) NOT NULL DEFAULT \'FIXED\'',
      "UPDATE products SET saleMode = (SELECT v.saleMode FROM product_versions v WHERE v.id = products.publishedVersionId) WHERE publishedVersionId IS NOT NULL",
      'CREATE TABLE "catalogue_changes" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "kind" varchar(32) NOT NULL)',
      'CREATE TABLE "search_synonyms" ("id" varchar(22) PRIMARY KEY NOT NULL, "words" text NOT NULL, "changedAt" bigint NOT NULL, "version" integer NOT NULL)',
      'CREATE TABLE "search_terms" ("word" varchar(40) PRIMARY KEY NOT NULL, "sound" varchar(160) NOT NULL, "initials" varchar(40) NOT NULL, "titles" integer NOT NULL, "bodies" integer NOT NULL)',
      ...sqliteTriggers,
    ],
    mysql: [
      "ALTER TABLE `products` ADD COLUMN `saleMode` varchar(32) NOT NULL DEFAULT 'FIXED'",
      "UPDATE products SET saleMode = (SELECT v.saleMode FROM product_versions v WHERE v.id = products.publishedVersionId) WHERE publishedVersionId IS NOT NULL",
      "CREATE TABLE `search_terms` (`word` varchar(40) NOT NULL, `sound` varchar(160) NOT NULL, `initials` varchar(40) NOT NULL, `titles` int NOT NULL, `bodies` int NOT NULL, PRIMARY KEY (`word`)) ENGINE=InnoDB",
      "CREATE TABLE `search_synonyms` (`id` varchar(22) NOT NULL, `words` text NOT NULL, `changedAt` bigint NOT NULL, `version` int NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `catalogue_changes` (`id` int NOT NULL AUTO_INCREMENT, `kind` varchar(32) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB",
      ...mysqlTriggers,
    ],
  },
};
