import type { Migration } from "../migrator.js";

const since = `UPDATE order_components SET earnedAt = (SELECT MIN(l.at) FROM postings p
  JOIN ledger_transactions l ON l.id = p.transactionId AND l.kind = 'REVENUE_EARNED'
  WHERE p.orderId = order_components.orderId AND p.componentId = order_components.id)`;

/** When a component's price was earned; of what was accepted before, the books tell. */
export const earned: Migration = {
  name: "0023-earned",
  statements: {
    sqlite: ['ALTER TABLE "order_components" ADD COLUMN earnedAt bigint NULL', since],
    mysql: ["ALTER TABLE `order_components` ADD COLUMN earnedAt bigint NULL", since],
  },
};
