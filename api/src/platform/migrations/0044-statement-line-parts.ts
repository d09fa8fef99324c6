import type { Migration } from "../migrator.js";

/** What a statement's line is made of; made from `settlement/settlement.table.ts`. Old lines keep none. */
export const statementLineParts: Migration = {
  name: "0044-statement-line-parts",
  statements: {
    sqlite: ['ALTER TABLE "statement_lines" ADD COLUMN "parts" text'],
    mysql: ["ALTER TABLE `statement_lines` ADD `parts` text NULL"],
  },
};
