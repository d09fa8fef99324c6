import type { Migration } from "../migrator.js";

const fill = (q: string): string =>
  `UPDATE ${q}instalments${q} SET ${q}waiverAskedAt${q} = COALESCE(${q}dueAt${q}, 1) WHERE ${q}waiverAsked${q} IS NOT NULL`;

/** Since when a proposed waiver waits, so that who decides finds the longest waiting first. */
export const waiversWaiting: Migration = {
  name: "0043-waivers-waiting",
  statements: {
    sqlite: [
      'ALTER TABLE "instalments" ADD COLUMN "waiverAskedAt" bigint NULL',
      fill('"'),
      'CREATE INDEX "IDX_ccf4555a953e6e62a675a31a62" ON "instalments" ("waiverAskedAt", "id")',
    ],
    mysql: [
      "ALTER TABLE `instalments` ADD COLUMN `waiverAskedAt` bigint NULL",
      fill("`"),
      "CREATE INDEX `IDX_ccf4555a953e6e62a675a31a62` ON `instalments` (`waiverAskedAt`, `id`)",
    ],
  },
};
