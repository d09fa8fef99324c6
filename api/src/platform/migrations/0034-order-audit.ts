import type { Migration } from "../migrator.js";

/** Why an auditor gave an order back to its customer. */
export const orderAudit: Migration = {
  name: "0034-order-audit",
  statements: {
    sqlite: ['ALTER TABLE "orders" ADD COLUMN "returnReason" varchar(200)'],
    mysql: ["ALTER TABLE `orders` ADD COLUMN `returnReason` varchar(200) NULL"],
  },
};
