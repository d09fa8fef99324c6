import type { Migration } from "../migrator.js";

/** What visitors are shown of a service in force. */
const offered = [
  ...["state", "inForce", "level", "salePrice", "regions", "brands", "minCharge", "perDay", "concurrent"],
  ...["leadHours", "noticeHours", "effectiveFrom", "effectiveTo"],
];
const note = "INSERT INTO catalogue_changes (kind) VALUES ('SHOP')";
const inForce = (row: "OLD" | "NEW"): string => `${row}.state = 'EFFECTIVE'`;
const moved = offered.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(" OR ");
const same = offered.map((column) => `OLD.${column} <=> NEW.${column}`).join(" AND ");
const former = ["insert", "update"].map((event) => `DROP TRIGGER IF EXISTS supplier_services_seen_${event}`);

/**
 * Proposals that nobody sees and updates that move nothing empty no copies any more, and the stamp finds the last changes of
 * each kind by an index.
 */
export const searchStamps: Migration = {
  name: "0019-search-2",
  statements: {
    sqlite: [
      'CREATE INDEX "IDX_1f9f2f59619d8e2abf66d90578" ON "catalogue_changes" ("kind", "id")',
      ...former,
      `CREATE TRIGGER supplier_services_seen_insert AFTER INSERT ON supplier_services WHEN ${inForce("NEW")} BEGIN ${note}; END`,
      `CREATE TRIGGER supplier_services_seen_update AFTER UPDATE ON supplier_services
       WHEN (${inForce("OLD")} OR ${inForce("NEW")}) AND (${moved}) BEGIN ${note}; END`,
    ],
    mysql: [
      "CREATE INDEX `IDX_1f9f2f59619d8e2abf66d90578` ON `catalogue_changes` (`kind`, `id`)",
      ...former,
      `CREATE TRIGGER supplier_services_seen_insert AFTER INSERT ON supplier_services FOR EACH ROW
       IF ${inForce("NEW")} THEN ${note}; END IF`,
      `CREATE TRIGGER supplier_services_seen_update AFTER UPDATE ON supplier_services FOR EACH ROW
       IF (${inForce("OLD")} OR ${inForce("NEW")}) AND NOT (${same}) THEN ${note}; END IF`,
    ],
  },
};
