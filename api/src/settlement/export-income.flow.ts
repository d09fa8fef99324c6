import { must } from "../kernel/refusal.js";
import type { FileView } from "../platform/files.js";
import type { Platform } from "../platform/platform.js";
import { type TableFormat, writeTable } from "../platform/spreadsheet.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { plainYuan } from "../pricing/yuan.js";
import { incomeOf } from "./income.step.js";

const HEAD = ["服务商", "统一社会信用代码", "结算单数", "应付（元）", "扣回（元）", "质保金（元）", "实付（元）"];

export interface ExportIncome {
  readonly year: number;
  readonly quarter: number;
  readonly format: TableFormat;
}

/** What each supplier was paid in a quarter as a table. Refuses VALIDATION for what is no quarter, and RATE_LIMITED. */
export async function exportIncome(platform: Platform, viewer: Viewer, input: ExportIncome): Promise<FileView> {
  must(holds(viewer, "settlement.read"), "FORBIDDEN");
  await platform.limits.take("exportsPerAccount", viewer.kind === "staff" ? viewer.accountId : viewer.kind);
  const { year, quarter, format } = input;
  const rows = (await incomeOf(platform.database.read, year, quarter, null)).map((row) => [
    ...[row.supplierName, row.uscc, String(row.statements)],
    ...[row.gross, row.deducted, row.retained, row.net].map(plainYuan),
  ]);
  const content = await writeTable([HEAD, ...rows], format, `${year} Q${quarter}`);
  return platform.files.keep(platform.work, viewer, "EXPORT", content);
}
