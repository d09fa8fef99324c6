import type { Migration } from "../migrator.js";

/** Combined payments: several ways that pay one instalment together. */
export const paymentGroups: Migration = {
  name: "0031-payment-groups",
  statements: {
    sqlite: [
      'CREATE TABLE "payment_groups" ("id" varchar(22) PRIMARY KEY NOT NULL, "orderId" varchar(22) NOT NULL, "instalmentId" varchar(22) NOT NULL, "customerId" varchar(22) NOT NULL, "amount" bigint NOT NULL, "state" varchar(32) NOT NULL, "createdAt" bigint NOT NULL, "expiresAt" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "FK_c9eddfe144393ccd225efb82b21" FOREIGN KEY ("orderId") REFERENCES "orders" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "FK_3ee278a83fe589e1829fd8cba76" FOREIGN KEY ("instalmentId") REFERENCES "instalments" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)',
      'CREATE INDEX "IDX_3ee278a83fe589e1829fd8cba7" ON "payment_groups" ("instalmentId")',
      'CREATE INDEX "IDX_e67a467b3fd33c2bc86190926e" ON "payment_groups" ("instalmentId", "state")',
      'ALTER TABLE "payments" ADD COLUMN groupId varchar(22) NULL',
      'CREATE INDEX "IDX_09739b0587054798a29e7eb17d" ON "payments" ("groupId")',
    ],
    mysql: [
      "CREATE TABLE `payment_groups` (`id` varchar(22) NOT NULL, `orderId` varchar(22) NOT NULL, `instalmentId` varchar(22) NOT NULL, `customerId` varchar(22) NOT NULL, `amount` bigint NOT NULL, `state` varchar(32) NOT NULL, `createdAt` bigint NOT NULL, `expiresAt` bigint NOT NULL, `version` int NOT NULL, INDEX `IDX_3ee278a83fe589e1829fd8cba7` (`instalmentId`), INDEX `IDX_e67a467b3fd33c2bc86190926e` (`instalmentId`, `state`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `payment_groups` ADD CONSTRAINT `FK_c9eddfe144393ccd225efb82b21` FOREIGN KEY (`orderId`) REFERENCES `orders`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `payment_groups` ADD CONSTRAINT `FK_3ee278a83fe589e1829fd8cba76` FOREIGN KEY (`instalmentId`) REFERENCES `instalments`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
      "ALTER TABLE `payments` ADD COLUMN groupId varchar(22) NULL",
      "CREATE INDEX `IDX_09739b0587054798a29e7eb17d` ON `payments` (`groupId`)",
    ],
  },
};
