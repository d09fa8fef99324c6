import type { Migration } from "../migrator.js";

const columns = [
  "collectionMode varchar(32) NOT NULL DEFAULT 'OWN_SALE'",
  "commissionRate integer NOT NULL DEFAULT 0",
  "commissionRefundable boolean NOT NULL DEFAULT 1",
  "officialFee bigint NOT NULL DEFAULT 0",
];

/** What products tell of each component: who sells it, who collects, what an office gets. */
export const collectionTerms: Migration = {
  name: "0027-collection-terms",
  statements: {
    sqlite: columns.map((column) => `ALTER TABLE "product_components" ADD COLUMN ${column}`),
    mysql: columns.map((column) => `ALTER TABLE \`product_components\` ADD COLUMN ${column}`),
  },
};
