import type { PlanTemplateSpec } from "../catalogue/plan-template.js";
import type { PlanStepSpec } from "../catalogue/product.js";

/** A way to pay that products of the demo share. */
export type DemoPlan = Omit<PlanTemplateSpec, "offered">;

const pay = (
  name: string,
  nameEn: string,
  percent: number,
  nature: PlanStepSpec["nature"],
  trigger: PlanStepSpec["trigger"],
  afterDays: number | null = null,
): PlanStepSpec => ({
  name,
  nameEn,
  shareBasisPoints: percent * 100,
  nature,
  trigger,
  afterDays,
  gate: trigger === "ON_ORDER",
});

export const office: DemoPlan = {
  code: "OFFICE",
  name: "企业服务三期",
  nameEn: "Office work in three",
  steps: [
    pay("首期款", "First instalment", 50, "ADVANCE", "ON_ORDER"),
    pay("办理款", "In progress", 30, "PROGRESS", "ON_TICKETS_STARTED"),
    pay("尾款", "Final", 20, "FINAL", "ON_ACCEPTANCE"),
  ],
};
export const building: DemoPlan = {
  code: "BUILDING",
  name: "装修四期含质保金",
  nameEn: "Building in four, with retention",
  steps: [
    pay("开工款", "To begin", 30, "ADVANCE", "ON_ORDER"),
    pay("进场款", "On site", 30, "PROGRESS", "ON_TICKETS_STARTED"),
    pay("竣工款", "When done", 37, "FINAL", "ON_ACCEPTANCE"),
    pay("质保金", "Retention", 3, "RETENTION", "AFTER_DAYS", 365),
  ],
};
/** The middle part waits for the second milestone of the third component: the bricklayers are done. */
export const home: DemoPlan = {
  code: "HOME-FIVE",
  name: "家装五期：定金到质保金",
  nameEn: "A home in five, deposit to retention",
  steps: [
    pay("定金", "Deposit", 10, "DEPOSIT", "ON_ORDER"),
    { ...pay("开工款", "To begin", 30, "PROGRESS", "ON_TICKETS_STARTED"), graceDays: 3, overdueAction: "PAUSE_WORK" },
    {
      ...pay("中期款", "Midway", 30, "PROGRESS", "ON_MILESTONE"),
      ...{ milestone: "M2", componentPosition: 3, graceDays: 5, overdueAction: "PAUSE_WORK" },
    },
    { ...pay("完工款", "When done", 25, "FINAL", "ON_ACCEPTANCE"), graceDays: 7 },
    pay("质保金", "Retention", 5, "RETENTION", "AFTER_DAYS", 365),
  ],
};
export const small: DemoPlan = {
  code: "HALF-HALF",
  name: "五五两期",
  nameEn: "Half and half",
  steps: [pay("预付款", "In advance", 50, "ADVANCE", "ON_ORDER"), pay("尾款", "Final", 50, "FINAL", "ON_ACCEPTANCE")],
};
export const whole: DemoPlan = {
  code: "IN-FULL",
  name: "下单付全款",
  nameEn: "In full with the order",
  steps: [pay("全款", "In full", 100, "ADVANCE", "ON_ORDER")],
};
export const feast: DemoPlan = {
  code: "FEAST",
  name: "婚礼定金三期",
  nameEn: "Weddings, with a deposit",
  steps: [
    pay("定金", "Deposit", 20, "DEPOSIT", "ON_ORDER"),
    pay("筹备款", "Preparation", 50, "PROGRESS", "ON_TICKETS_STARTED"),
    { ...pay("尾款", "Final", 30, "FINAL", "ON_ACCEPTANCE"), collector: "SUPPLIER" },
  ],
};

export const plans: readonly DemoPlan[] = [office, building, home, small, whole, feast];
