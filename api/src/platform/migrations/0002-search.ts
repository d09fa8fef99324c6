import type { Migration } from "../migrator.js";

/**
 * What entities can't say: the full-text index over product words (ASCII tokens, see catalogue/search.ts), and
 * triggers that keep a published version and its components as they are.
 */
export const search: Migration = {
  name: "0002-search",
  statements: {
    sqlite: [
      "CREATE VIRTUAL TABLE product_search USING fts5(productId UNINDEXED, titleTokens, bodyTokens, tokenize = 'ascii')",
      `CREATE TRIGGER product_versions_sealed BEFORE UPDATE ON product_versions WHEN OLD.publishedAt IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'A published version never changes.'); END`,
      ...(["INSERT", "UPDATE", "DELETE"] as const).map((event) => {
        const row = event === "DELETE" ? "OLD" : "NEW";
        return `CREATE TRIGGER product_components_sealed_${event.toLowerCase()} BEFORE ${event} ON product_components
         WHEN (SELECT publishedAt FROM product_versions WHERE id = ${row}.versionId) IS NOT NULL
         BEGIN SELECT RAISE(ABORT, 'A published version never changes.'); END`;
      }),
    ],
    mysql: [
      `CREATE TABLE product_search (productId varchar(22) NOT NULL, titleTokens text CHARACTER SET ascii NOT NULL,
       bodyTokens text CHARACTER SET ascii NOT NULL, PRIMARY KEY (productId), FULLTEXT KEY title (titleTokens),
       FULLTEXT KEY body (bodyTokens), FULLTEXT KEY whole (titleTokens, bodyTokens)) ENGINE=InnoDB`,
      `CREATE TRIGGER product_versions_sealed BEFORE UPDATE ON product_versions FOR EACH ROW
       IF OLD.publishedAt IS NOT NULL THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A published version never changes.'; END IF`,
      ...(["INSERT", "UPDATE", "DELETE"] as const).map((event) => {
        const row = event === "DELETE" ? "OLD" : "NEW";
        return `CREATE TRIGGER product_components_sealed_${event.toLowerCase()} BEFORE ${event} ON product_components
         FOR EACH ROW IF (SELECT publishedAt FROM product_versions WHERE id = ${row}.versionId) IS NOT NULL THEN
         SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A published version never changes.'; END IF`;
      }),
    ],
  },
};
