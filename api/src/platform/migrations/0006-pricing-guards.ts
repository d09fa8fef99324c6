import type { Migration } from "../migrator.js";

/** What a formula's version says; who publishes it and from when is written with the publishing itself. */
const said = ["formulaId", "number", "params", "tables", "expression", "resultUnit", "roundingStep", "roundingMode"];
const formulaColumns = [...said, "tests", "authorId", "publisherId", "effectiveFrom", "publishedAt", "createdAt"];

const ruleSays = ["ruleId", "number", "name", "target", "scope", "params", "condition", "action", "value", "formula"];
const ruleColumns = [...ruleSays, "stop", "fundedBy", "validFrom", "validTo", "authorId", "createdAt", "activatedAt"];

const kept = (columns: readonly string[], same: string, quote: string): string =>
  columns.map((name) => `NEW.${quote}${name}${quote} ${same} OLD.${quote}${name}${quote}`).join(" AND ");

const ruleSentence = "A rule that was in force is only ever ended.";
const snapshotSentence = "A price that was told is never changed.";
const formulaSentence = "A published formula is only ever retired.";
const lastSentence = "What prices were worked out with is never deleted.";
const ended = "NEW.state IN ('ACTIVE', 'EXPIRED', 'DISABLED')";
const retired = "NEW.state = 'RETIRED'";

/** The database as referee of what prices were worked out with: published versions stay as they are. */
export const pricingGuards: Migration = {
  name: "0006-pricing-guards",
  statements: {
    sqlite: [
      `CREATE TRIGGER formula_versions_stay BEFORE UPDATE ON formula_versions
        WHEN OLD.publishedAt IS NOT NULL AND NOT (${retired} AND ${kept(formulaColumns, "IS", '"')})
        BEGIN SELECT RAISE(ABORT, '${formulaSentence}'); END`,
      `CREATE TRIGGER formula_versions_last BEFORE DELETE ON formula_versions WHEN OLD.publishedAt IS NOT NULL
        BEGIN SELECT RAISE(ABORT, '${lastSentence}'); END`,
      `CREATE TRIGGER price_rule_versions_stay BEFORE UPDATE ON price_rule_versions
        WHEN OLD.activatedAt IS NOT NULL AND NOT (${ended} AND ${kept(ruleColumns, "IS", '"')})
        BEGIN SELECT RAISE(ABORT, '${ruleSentence}'); END`,
      `CREATE TRIGGER price_rule_versions_last BEFORE DELETE ON price_rule_versions WHEN OLD.activatedAt IS NOT NULL
        BEGIN SELECT RAISE(ABORT, '${lastSentence}'); END`,
      `CREATE TRIGGER price_snapshots_stay BEFORE UPDATE ON price_snapshots
        BEGIN SELECT RAISE(ABORT, '${snapshotSentence}'); END`,
      `CREATE TRIGGER price_snapshots_last BEFORE DELETE ON price_snapshots
        BEGIN SELECT RAISE(ABORT, '${lastSentence}'); END`,
    ],
    mysql: [
      `CREATE TRIGGER formula_versions_stay BEFORE UPDATE ON formula_versions FOR EACH ROW BEGIN
        IF OLD.publishedAt IS NOT NULL AND NOT (${retired} AND ${kept(formulaColumns, "<=>", "`")}) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${formulaSentence}';
        END IF;
      END`,
      `CREATE TRIGGER formula_versions_last BEFORE DELETE ON formula_versions FOR EACH ROW BEGIN
        IF OLD.publishedAt IS NOT NULL THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${lastSentence}';
        END IF;
      END`,
      `CREATE TRIGGER price_rule_versions_stay BEFORE UPDATE ON price_rule_versions FOR EACH ROW BEGIN
        IF OLD.activatedAt IS NOT NULL AND NOT (${ended} AND ${kept(ruleColumns, "<=>", "`")}) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${ruleSentence}';
        END IF;
      END`,
      `CREATE TRIGGER price_rule_versions_last BEFORE DELETE ON price_rule_versions FOR EACH ROW BEGIN
        IF OLD.activatedAt IS NOT NULL THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${lastSentence}';
        END IF;
      END`,
      `CREATE TRIGGER price_snapshots_stay BEFORE UPDATE ON price_snapshots FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${snapshotSentence}'`,
      `CREATE TRIGGER price_snapshots_last BEFORE DELETE ON price_snapshots FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${lastSentence}'`,
    ],
  },
};
