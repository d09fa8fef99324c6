import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Record<string, MessageDescriptor>;

/** What of a quotation is different between two versions. */
export const quotationFieldWords = {
  LINE: msg`服务`,
  SUPPLIER: msg`服务商`,
  QUANTITY: msg`数量`,
  UNIT_PRICE: msg`单价`,
  AMOUNT: msg`金额`,
  STAGE: msg`阶段`,
  LEAD_DAYS: msg`工期（天）`,
  OPTIONAL: msg`是否可选`,
  NOTE: msg`说明`,
  COLLECTION: msg`销售与收款`,
  OFFICIAL_FEE: msg`官费`,
  TOTAL: msg`合计`,
  TITLE: msg`标题`,
  REGION: msg`地区`,
  INPUTS: msg`需求`,
  PLAN: msg`付款计划`,
  TERMS: msg`条款`,
  VALID_UNTIL: msg`有效期`,
  CONTRACT: msg`合同模板`,
} as const satisfies Words;

export const quotationChangeWords = {
  ADDED: msg`新增`,
  REMOVED: msg`删除`,
  CHANGED: msg`修改`,
} as const satisfies Words;

/** Where a quotation came from. */
export const quotationSourceWords = {
  INQUIRY: msg`询价`,
  CATALOGUE: msg`商品询价`,
  MANUAL: msg`平台编制`,
} as const satisfies Words;

/** Why staff have to look at a quotation. */
export const quotationAttentionWords = {
  REQUESTED: msg`客户请求报价`,
  CHANGE_REQUESTED: msg`客户请求修改`,
  SUPPLIER_NOT_ELIGIBLE: msg`服务商已不能提供，需出新版本`,
  REVIEW: msg`待内审`,
} as const satisfies Words;

/** Why a second person looks at a version before its customer does. */
export const quotationReasonWords = {
  MARGIN_BELOW_FLOOR: msg`毛利低于底线`,
  DISCOUNT_OVER_LIMIT: msg`折扣超过上限`,
} as const satisfies Words;
