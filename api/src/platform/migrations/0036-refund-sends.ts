import type { Migration } from "../migrator.js";

/** Who asks a channel for a part of a refund, so that two processes do not. */
export const refundSends: Migration = {
  name: "0036-refund-sends",
  statements: {
    sqlite: ['ALTER TABLE "refund_allocations" ADD COLUMN leasedUntil bigint NULL'],
    mysql: ["ALTER TABLE `refund_allocations` ADD COLUMN leasedUntil bigint NULL"],
  },
};
