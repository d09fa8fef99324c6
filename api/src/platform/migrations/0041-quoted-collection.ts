import type { Migration } from "../migrator.js";

const columns = [
  "collectionMode varchar(32) NOT NULL DEFAULT 'OWN_SALE'",
  "commissionRate integer NOT NULL DEFAULT 0",
  "commissionRefundable boolean NOT NULL DEFAULT 1",
  "officialFee bigint NOT NULL DEFAULT 0",
];

/** What quotations tell of each line: who sells it, who collects, what an office gets. */
export const quotedCollection: Migration = {
  name: "0041-quoted-collection",
  statements: {
    sqlite: columns.map((column) => `ALTER TABLE "quotation_lines" ADD COLUMN ${column}`),
    mysql: columns.map((column) => `ALTER TABLE \`quotation_lines\` ADD COLUMN ${column}`),
  },
};
