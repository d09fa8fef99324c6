import { CombinedGraphQLErrors } from "@apollo/client";
import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** A refusal as every mutation returns it. */
export type Refused = {
  readonly code: string;
  readonly field?: string | null;
  readonly message: string;
  readonly data?: string | null;
};

/** One sentence per refusal: what is wrong in the words of the rule, and what to do about it. */
export const errorWords: Record<string, MessageDescriptor> = {
  UNAUTHENTICATED: msg`请先登录。`,
  FORBIDDEN: msg`您没有做这件事的权限。`,
  NOT_FOUND: msg`没有找到，或不属于您。`,
  VALIDATION: msg`请检查这一项的填写。`,
  INVALID_STATE: msg`当前状态下不能这样操作，请看看最新内容。`,
  STALE_VERSION: msg`刚刚有人更新了内容，请核对后再试。`,
  IDEMPOTENCY_KEY_REUSED: msg`这次提交与上次不同，请再按一次。`,
  IDEMPOTENCY_KEY_REQUIRED: msg`提交缺少防重复标识，请刷新页面后再试。`,
  RATE_LIMITED: msg`尝试过于频繁，请稍后再试。`,
  SIGN_IN_FAILED: msg`账号或密码不正确。`,
  CODE_INVALID: msg`验证码不正确或已过期。`,
  LINK_INVALID: msg`链接无效、已使用或已过期。`,
  PASSWORD_TOO_WEAK: msg`密码太短、太长或太常见，请换一个更难猜的。`,
  LOGIN_TAKEN: msg`这个账号已被使用。`,
  LAST_OWNER: msg`至少保留一位负责人。`,
  LAST_ADMINISTRATOR: msg`至少保留一位在职的管理员。`,
  USCC_TAKEN: msg`该统一社会信用代码已有合作中的服务商。`,
  DOCUMENTS_MISSING: msg`缺少必需的证件材料。`,
  SERVICES_MISSING: msg`请至少添加一项服务。`,
  REASON_REQUIRED: msg`请填写原因。`,
  ITEM_IN_USE: msg`该服务项目正用于在售商品，不能停用。`,
  PUBLISH_GUARD_FAILED: msg`商品还不满足发布条件，请看检查清单。`,
  PRODUCT_NOT_AVAILABLE: msg`商品已下架。`,
  REGION_NOT_SERVED: msg`所选地区暂不提供这项服务。`,
  NO_SUPPLIER: msg`目前没有可提供这项服务的服务商。`,
  CONTRACT_TEMPLATE_INVALID: msg`模板有误，请看标出的位置。`,
  CONTRACT_TEMPLATE_MISSING: msg`没有这个编号的合同模板，请先新建模板。`,
  FORM_WORDING_INVALID: msg`单据文字有误，请看标出的位置。`,
  INVOICE_EXCEEDS_PAID: msg`开票金额不能超过已付、未退且未开票的金额。`,
  ADDENDUM_NOT_NEEDED: msg`合同金额与订单金额一致，不需要补充协议。`,
  CONTRACT_AMOUNT_DIFFERS: msg`合同金额、订单金额与您填写的不一致，请核对；合同有误时退回重签。`,
  FOUR_EYES: msg`这一步要由另一位同事来做：编写人不能自己放行。`,
  FORMULA_INVALID: msg`公式有误，请看标出的位置。`,
  FORMULA_TESTS_FAILED: msg`有示例算出来的结果与预期不同，不能发布。`,
  FORMULA_IN_USE: msg`在售商品正在使用这个公式，不能停用。`,
  MARGIN_BELOW_FLOOR: msg`毛利会低于设定的下限。`,
  COUPON_UNKNOWN: msg`没有这张优惠券，或它现在不可用。`,
  COUPON_NOT_APPLICABLE: msg`这张优惠券不适用于本次选择。`,
  COUPON_USED_UP: msg`这张优惠券已被用完。`,
  SUPPLIER_HAS_OPEN: msg`还有未完成的服务单、已预约的日期或未结清的款项，暂不能终止合作。`,
  TOO_MANY_DAYS_HELD: msg`您有多个预约了日期但还没付款的订单，请先付款或取消其中一个，也可以不指定日期下单。`,
  DAY_NOT_FREE: msg`这一天服务商已排满或休息，请换一天。`,
  SUPPLIER_NOT_ELIGIBLE: msg`所选服务商目前不能提供这项服务，请换一家。`,
  QUANTITY_OUT_OF_RANGE: msg`数量超出允许范围。`,
  PRICE_CHANGED: msg`价格有变化，请确认新的价格。`,
  QUOTATION_EXPIRED: msg`报价已过有效期。`,
  QUOTATION_CHANGED: msg`报价已有新的版本，请核对后再决定。`,
  DEPOSIT_OVER_LIMIT: msg`定金合计不能超过总价的 20%，超过的部分请改为预付款。`,
  PLAN_NEEDS_CONTRACT: msg`付款计划里有一期在合同生效后支付，但没有选择合同：请先选择合同，或改为其他支付时间。`,
  PLAN_MILESTONE_UNKNOWN: msg`付款计划里有一期等待的节点不属于任何必做的服务，请重新选择节点。`,
  PLAN_DAY_OVER: msg`付款计划里有一期的日期已经过去，请改为今天或以后的日期。`,
  WORK_PAUSED: msg`有一期款项已逾期，付清后才能继续派单和开工。`,
  NOTHING_DUE: msg`目前没有需要支付的款项。`,
  FEE_PASSED_ON: msg`代收的规费已经缴给办理机关，退不回来：这一项剩下的价款不能少于已缴的规费。`,
  NOT_DUE_YET: msg`这一期还没到付款的时候，到期后再支付。`,
  NOTHING_TO_SETTLE: msg`目前没有可以结算给这家服务商的款项。`,
  STATEMENT_OUTDATED: msg`账上的数字已经变化，请撤销这张结算单后重新生成。`,
  BANK_ACCOUNT_MISSING: msg`这家服务商还没有填写收款账户。`,
  DEPOSIT_TOO_LOW: msg`服务商的保证金余额不足。`,
  CLAIMS_OPEN: msg`服务商还有未结清的欠款，结清后才能退还保证金。`,
  CREDIT_TOO_LOW: msg`您的余款不足以支付这个金额。`,
  REFUND_EXCEEDS_PAID: msg`退款金额超过了还能退的部分：不能多于客户已付而未退的钱。`,
  REFUND_OVER_LIMIT: msg`这张订单的退款累计超过了批准限额，请由管理员批准。`,
  INVOICE_NEEDS_RED_LETTER: msg`这笔款项已开发票，请先开具红字发票，再办理退款。`,
  CHANNEL_UNAVAILABLE: msg`支付渠道暂时没有响应，请稍后再试。`,
  PERIOD_CLOSED: msg`这个月已经结账，不能再记账。`,
  PERIOD_OUT_OF_ORDER: msg`要按月份先后逐月结账。`,
  PERIOD_NOT_OVER: msg`这个月还没有结束，不能结账。`,
  LEDGER_DIFFERS: msg`试算不平衡，请先核查账本。`,
  NOT_REVERSIBLE: msg`这笔分录由业务产生，请在对应的业务里撤回。`,
  SLIP_MISSING: msg`请先上传转账凭证。`,
  OFFER_ENDED: msg`这次派单已结束。`,
  PHOTOS_MISSING: msg`这个节点需要更多照片。`,
  MILESTONES_MISSING: msg`还有节点未提交或未通过审核。`,
  ALREADY_REVIEWED: msg`这个订单已经评价过。`,
  FILE_REJECTED: msg`这个文件的格式不被接受。`,
  FILE_TOO_LARGE: msg`文件太大。`,
  WECHAT_OFF: msg`平台还没有接入微信服务号。`,
  WECHAT_BUSY: msg`微信暂时没有响应，请稍后再试。`,
  BINDING_TAKEN: msg`这个微信已经绑定了其他账号，请先在那个账号里解绑。`,
  BINDING_ENDED: msg`这次扫码已失效，请换一张二维码再试。`,
  BIDDING_CLOSED: msg`已停止接收报价。`,
  BID_NOT_LOW_ENOUGH: msg`报价要比当前最低价低出规定的幅度。`,
  BID_EXPIRED: msg`这份报价已过有效期。`,
  TEMPLATE_UNKNOWN: msg`服务号里没有这个模板，请核对模板 ID。`,
};

/** What a lost connection means for a form, for a page that was to be read, and for a file on its way. */
const offlineWords = {
  form: msg`网络连接失败，内容已保留，请稍后再试。`,
  page: msg`网络连接失败，恢复后会自动重新加载。`,
  upload: msg`网络连接失败，文件没有传上去，请重新选择。`,
} as const;
const broken = msg`服务暂时出错，请稍后再试。`;

/** The sentence of one refusal; a code we have no sentence for speaks with the server's. */
export function wordsForError(i18n: I18n, error: Refused): string {
  const words = errorWords[error.code];
  return words ? i18n._(words) : error.message;
}

/** The sentence for whatever a query or mutation threw: signed out, refused, broken, or no connection. */
export function describeFailure(i18n: I18n, failure: unknown, lost: keyof typeof offlineWords = "form"): string {
  if (!CombinedGraphQLErrors.is(failure)) return i18n._(offlineWords[lost]);
  const code = failure.errors[0]?.extensions?.code;
  const words = typeof code === "string" ? errorWords[code] : undefined;
  return i18n._(words ?? broken);
}
