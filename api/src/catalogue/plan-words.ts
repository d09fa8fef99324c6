import type { Party } from "./collection.js";
import type { InstalmentTrigger } from "./product.js";

/** What is known of when an instalment falls due. */
interface Due {
  readonly trigger: InstalmentTrigger;
  readonly afterDays: number | null;
  /** ON_DATE: the fixed day, such as 2026-12-01. */
  readonly dueDay?: string | null;
  /** ON_MILESTONE: what people call the milestone. */
  readonly milestoneName?: string | null;
  readonly collector?: Party;
}

/** When an instalment falls due, as papers say it, and by whom it is collected unless that is the platform. */
export function whenOf({ collector, ...due }: Due): string {
  return collector === "SUPPLIER" ? `${dayOf(due)}，由服务商收取` : dayOf(due);
}

function dayOf({ trigger, afterDays, dueDay, milestoneName }: Due): string {
  switch (trigger) {
    case "ON_ORDER":
      return "下单时";
    case "ON_TICKETS_STARTED":
      return "开工时";
    case "ON_DATE":
      return dueDay ?? (afterDays === null ? "约定日期" : `下单后 ${afterDays} 天`);
    case "ON_CONTRACT":
      return "合同生效时";
    case "ON_MILESTONE":
      return milestoneName ? `「${milestoneName}」通过后` : "节点通过后";
    case "ON_ACCEPTANCE":
      return "全部验收后";
    case "AFTER_DAYS":
      return `全部验收后 ${afterDays ?? 0} 天`;
  }
}
