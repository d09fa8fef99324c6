import type { Migration } from "../migrator.js";

const column = "promotion bigint NOT NULL DEFAULT 0";

/** What the platform's own coupon took off the price of what a supplier sells; orders of before have none. */
export const promotions: Migration = {
  name: "0042-promotions",
  statements: {
    sqlite: [`ALTER TABLE "order_components" ADD COLUMN ${column}`],
    mysql: [`ALTER TABLE \`order_components\` ADD COLUMN ${column}`],
  },
};
