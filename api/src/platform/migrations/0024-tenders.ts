import type { Migration } from "../migrator.js";

/** Who took money at the customer's, and the way to a customer's credit without reading all postings. */
export const tenders: Migration = {
  name: "0024-tenders",
  statements: {
    sqlite: [
      'ALTER TABLE "payments" ADD COLUMN supplierId varchar(22) NULL',
      'CREATE INDEX "IDX_79414bfd3f6a6e98ce4a91990c" ON "postings" ("customerId", "account")',
      'CREATE INDEX "IDX_5c9c9e2f9a6522ecfe5aff313a" ON "postings" ("supplierId", "account")',
    ],
    mysql: [
      "ALTER TABLE `payments` ADD COLUMN supplierId varchar(22) NULL",
      "CREATE INDEX `IDX_79414bfd3f6a6e98ce4a91990c` ON `postings` (`customerId`, `account`)",
      "CREATE INDEX `IDX_5c9c9e2f9a6522ecfe5aff313a` ON `postings` (`supplierId`, `account`)",
    ],
  },
};
