import type { Migration } from "../migrator.js";

/**
 * Documents that outgrow MySQL's TEXT of 64 KB, by table; SQLite's has no end. Entities keep calling them text: TypeORM
 * has no word for both.
 */
export const longTexts: Readonly<Record<string, readonly { column: string; nullable?: true }[]>> = {
  idempotency_keys: [{ column: "response", nullable: true }],
  formula_versions: [{ column: "params" }, { column: "tables" }, { column: "tests" }],
  price_rule_versions: [{ column: "scope" }, { column: "params" }],
  price_snapshots: [{ column: "basis" }, { column: "priced" }],
  product_versions: [{ column: "description" }, { column: "inputs" }],
  inquiries: [{ column: "lines" }],
  inquiry_invitations: [{ column: "trace" }],
  dispatch_attempts: [{ column: "trace" }],
  bids: [{ column: "draft", nullable: true }],
  bid_versions: [{ column: "lines" }],
  contracts: [{ column: "document", nullable: true }],
  contract_template_versions: [{ column: "text" }],
};

export const wideTexts: Migration = {
  name: "0020-long-texts",
  statements: {
    sqlite: [],
    mysql: Object.entries(longTexts).map(([table, columns]) => {
      const wider = columns.map(
        ({ column, nullable }) => `MODIFY \`${column}\` mediumtext ${nullable ? "NULL" : "NOT NULL"}`,
      );
      return `ALTER TABLE \`${table}\` ${wider.join(", ")}`;
    }),
  },
};
