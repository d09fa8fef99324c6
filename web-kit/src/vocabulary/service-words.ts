import { msg } from "@lingui/core/macro";

/** What a difference between two revisions of a service is about. */
export const serviceFieldWords = {
  salePrice: msg`销售价`,
  costPrice: msg`成本价`,
  minCharge: msg`最低收费`,
  level: msg`能力等级`,
  regions: msg`服务区域`,
  brands: msg`品牌`,
  perDay: msg`每天接单`,
  concurrent: msg`同时在手`,
  leadHours: msg`备工时间`,
  noticeHours: msg`提前预约`,
  notes: msg`说明`,
  effectiveTo: msg`失效日期`,
} as const;
