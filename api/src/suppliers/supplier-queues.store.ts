import type { Sql } from "../platform/sql.js";

/** What suppliers sent in and nobody decided yet: applications, and proposed services with their prices; one statement. */
export async function countSentIn(sql: Sql): Promise<{ applications: number; services: number }> {
  const [row] = await sql.query<{ applications: number; services: number }>(
    `SELECT (SELECT COUNT(*) FROM supplier_applications WHERE state = 'SUBMITTED') AS applications,
       (SELECT COUNT(*) FROM supplier_services WHERE state = 'PROPOSED') AS services`,
  );
  return { applications: Number(row?.applications ?? 0), services: Number(row?.services ?? 0) };
}
