import type { Migration } from "../migrator.js";

/** The journal of one supplier, newest first. */
export const journal: Migration = {
  name: "0048-journal",
  statements: {
    sqlite: ['CREATE INDEX "IDX_2afce8d983bbc9337b52b862b7" ON "postings" ("supplierId", "at", "id")'],
    mysql: ["CREATE INDEX `IDX_2afce8d983bbc9337b52b862b7` ON `postings` (`supplierId`, `at`, `id`)"],
  },
};
