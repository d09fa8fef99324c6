import type { Migration } from "../migrator.js";

const added: readonly (readonly [column: string, sqlite: string, mysql: string])[] = [
  ["position", "integer NOT NULL DEFAULT (0)", "int NOT NULL DEFAULT 0"],
  ["addendumOf", "varchar(22)", "varchar(22) NULL"],
  ["cause", "varchar(300)", "varchar(300) NULL"],
  ["amountBefore", "bigint", "bigint NULL"],
  ["issuedBy", "varchar(22)", "varchar(22) NULL"],
  ["voidReason", "varchar(300)", "varchar(300) NULL"],
  ["voidedBy", "varchar(22)", "varchar(22) NULL"],
  ["voidedAt", "bigint", "bigint NULL"],
];

/**
 * An order has several papers: a contract that was voided and the one after it, and addenda. The key by order and position
 * is there before the one by order alone goes: the reference to orders is never without an index.
 */
export const contractPapers: Migration = {
  name: "0018-contracts-2",
  statements: {
    sqlite: [
      ...added.map(([column, type]) => `ALTER TABLE "contracts" ADD COLUMN "${column}" ${type}`),
      'CREATE UNIQUE INDEX "IDX_f1de24dc44604b0f92737f11c2" ON "contracts" ("orderId", "position")',
      'DROP INDEX "IDX_d2e3608065f977a8a4667c9323"',
    ],
    mysql: [
      `ALTER TABLE \`contracts\` ${added.map(([column, , type]) => `ADD COLUMN \`${column}\` ${type}`).join(", ")}`,
      "CREATE UNIQUE INDEX `IDX_f1de24dc44604b0f92737f11c2` ON `contracts` (`orderId`, `position`)",
      "DROP INDEX `IDX_d2e3608065f977a8a4667c9323` ON `contracts`",
    ],
  },
};
