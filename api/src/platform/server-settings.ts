/** What a MySQL or MariaDB server tells of itself. */
export interface ServerSettings {
  readonly flush: number;
  readonly mode: string;
  readonly charset: string;
  readonly collation: string;
}

export const ASK_SETTINGS =
  "SELECT @@innodb_flush_log_at_trx_commit AS flush, @@sql_mode AS mode, @@character_set_client AS charset, @@collation_database AS collation";

/** Why the product must not run on such a server, in one sentence with the cure; null when it may. */
export function faultOf({ flush, mode, charset, collation }: ServerSettings): string | null {
  if (Number(flush) !== 1) {
    return "innodb_flush_log_at_trx_commit must be 1, else a power cut loses acknowledged orders.";
  }
  if (mode.includes("NO_BACKSLASH_ESCAPES")) return "sql_mode must not have NO_BACKSLASH_ESCAPES.";
  if (charset !== "utf8mb4") return "The connection's character set must be utf8mb4.";
  if (!/^utf8mb4_.*bin$/.test(collation)) {
    return "The database must be made with CHARACTER SET utf8mb4 COLLATE utf8mb4_bin.";
  }
  return null;
}
