import { msg } from "@lingui/core/macro";

/** The columns of a table of services, as its heading names them. */
export const importColumnWords = {
  supplier: msg`服务商编号`,
  item: msg`服务项目编号`,
  level: msg`能力等级`,
  costPrice: msg`成本价`,
  salePrice: msg`销售价`,
  perDay: msg`每天接单`,
  minCharge: msg`最低收费`,
  concurrent: msg`同时在手`,
  leadHours: msg`备工时间`,
  noticeHours: msg`提前预约`,
  regions: msg`服务区域`,
  brands: msg`品牌`,
  notes: msg`说明`,
  effectiveFrom: msg`生效日期`,
  effectiveTo: msg`失效日期`,
} as const;

/** What is wrong with a cell. */
export const importFaultWords = {
  COLUMN_MISSING: msg`缺少这一列`,
  MISSING: msg`未填写`,
  NOT_A_NUMBER: msg`不是有效的数字`,
  NOT_A_DAY: msg`不是有效的日期`,
  OUT_OF_RANGE: msg`超出允许范围`,
  BELOW_COST: msg`成本价高于销售价`,
  UNKNOWN_ITEM: msg`没有这个服务项目，或已停用`,
  UNKNOWN_SUPPLIER: msg`没有这个服务商`,
  SUPPLIER_ENDED: msg`该服务商已终止合作`,
  UNKNOWN_REGION: msg`不是该服务商的服务区域`,
  REPEATED: msg`同一服务商的同一项目出现了两次`,
} as const;

/** What becomes of an import. */
export const importModeWords = {
  DRY_RUN: msg`只检查，不写入`,
  ALL_OR_NONE: msg`全部正确才写入`,
  GOOD_ONLY: msg`只写入正确的行`,
} as const;

export const tableFormatWords = { XLSX: msg`Excel 表格`, CSV: msg`CSV 文件` } as const;
