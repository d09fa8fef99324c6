import { HOUR } from "../kernel/clock.js";
import { fen } from "../kernel/money.js";
import { shorten } from "../kernel/shorten.js";
import { yuan } from "../pricing/yuan.js";
import type { NoticeKind, NoticeParams } from "./notice.js";

/** What a notice says outside the app: the subject of a letter, and one sentence for letters and short messages. */
interface Words {
  readonly subject: string;
  readonly sentence: (told: NoticeParams) => string;
}

/** Before every short message, so that its reader knows who writes: the signature that carriers demand. */
const SIGNATURE = "【开单】";
/** One short message; a longer one is cut into several, and each is paid. */
export const SMS_LIMIT = 70;

const no = (told: NoticeParams): string => told.no ?? "";
const item = (told: NoticeParams): string => shorten(told.item ?? told.title ?? "服务", 14);
const title = (told: NoticeParams): string => shorten(told.title ?? "服务", 14);
const supplier = (told: NoticeParams): string => shorten(told.supplier ?? "服务商", 14);
const amount = (told: NoticeParams): string => (told.amount === undefined ? "" : yuan(fen(told.amount)));
const until = (told: NoticeParams): string => (told.until === undefined ? "" : `请在${momentText(told.until)}前`);

const words: Readonly<Record<NoticeKind, Words>> = {
  ORDER_PLACED: { subject: "下单成功", sentence: (t) => `订单${no(t)}「${title(t)}」已提交，应付${amount(t)}。` },
  ORDER_CANCELLED: { subject: "订单已取消", sentence: (t) => `订单${no(t)}「${title(t)}」已取消。` },
  ORDER_EXPIRED: { subject: "订单已超时关闭", sentence: (t) => `订单${no(t)}「${title(t)}」超时未付款，已关闭。` },
  ORDER_COMPLETED: {
    subject: "服务已完成，请评价",
    sentence: (t) => `订单${no(t)}「${title(t)}」已全部完成，请评价。`,
  },
  PAYMENT_RECEIVED: { subject: "付款成功", sentence: (t) => `订单${no(t)}已收到付款${amount(t)}。` },
  PAYMENT_REJECTED: {
    subject: "转账未到账",
    sentence: (t) => `订单${no(t)}的转账${amount(t)}未核实到账，请查看原因。`,
  },
  PAYMENT_FAILED: { subject: "付款未成功", sentence: (t) => `订单${no(t)}的付款${amount(t)}未成功，可以重新付款。` },
  COMBINED_PAYMENT_RELEASED: {
    subject: "组合付款已超时",
    sentence: (t) => `订单${no(t)}的组合付款${amount(t)}未按时完成，占用的余款已恢复，已付的部分仍然有效。`,
  },
  CUSTOMER_CREDITED: { subject: "款项已记为余款", sentence: (t) => `订单${no(t)}多收的${amount(t)}已记为您的余款。` },
  COLLECTION_TO_CONFIRM: {
    subject: "请确认现场付款",
    sentence: (t) => `服务商记录在现场收到订单${no(t)}的${amount(t)}，请确认是否属实。`,
  },
  COLLECTION_DENIED: {
    subject: "现场收款有异议",
    sentence: (t) => `顾客否认服务商记录的订单${no(t)}现场收款${amount(t)}，请核实。`,
  },
  COLLECTION_UNANSWERED: {
    subject: "现场收款无人确认",
    sentence: (t) => `订单${no(t)}的现场收款${amount(t)}，顾客 7 天没有确认，请核实。`,
  },
  CREDIT_PAYOUT_ASKED: {
    subject: "余款提现待处理",
    sentence: (t) => `有顾客申请把余款${amount(t)}退到银行账户，请处理。`,
  },
  CREDIT_PAID_OUT: {
    subject: "余款已转出",
    sentence: (t) => `您申请退回的余款${amount(t)}已转到您的银行账户，请查收。`,
  },
  CREDIT_PAYOUT_DECLINED: {
    subject: "余款退回未通过",
    sentence: (t) => `您申请退回的余款${amount(t)}未能转出，款项仍在您的余款中，请查看原因。`,
  },
  REFUND_PROPOSED: {
    subject: "退款方案待确认",
    sentence: (t) => `订单${no(t)}的退款方案为${amount(t)}，请确认是否同意。`,
  },
  REFUND_APPROVED: { subject: "退款已批准", sentence: (t) => `订单${no(t)}的退款${amount(t)}已批准，正在退回。` },
  REFUND_REJECTED: { subject: "退款未通过", sentence: (t) => `订单${no(t)}的退款${amount(t)}未通过，请查看原因。` },
  REFUND_SUCCEEDED: { subject: "退款已到账", sentence: (t) => `订单${no(t)}的退款${amount(t)}已全部退回。` },
  INVOICE_ISSUED: { subject: "发票已开具", sentence: (t) => `订单${no(t)}的发票${amount(t)}已开具，请查收。` },
  INVOICE_REJECTED: {
    subject: "开票申请被退回",
    sentence: (t) => `订单${no(t)}的开票申请${amount(t)}被退回，请查看原因。`,
  },
  REFUND_TO_PROPOSE: { subject: "退款申请待处理", sentence: (t) => `订单${no(t)}的客户申请退款${amount(t)}。` },
  REFUND_TO_APPROVE: { subject: "退款待批准", sentence: (t) => `订单${no(t)}的退款${amount(t)}待批准。` },
  REFUND_TO_PAY: { subject: "退款待转账", sentence: (t) => `订单${no(t)}有${amount(t)}退款待银行转账。` },
  REFUND_STUCK: {
    subject: "退款失败待处理",
    sentence: (t) => `订单${no(t)}的退款${amount(t)}有部分失败，请另选方式。`,
  },
  REFUND_BORNE: { subject: "退款由您承担", sentence: (t) => `订单${no(t)}退款中由您承担${amount(t)}。` },
  INSTALMENT_DUE: {
    subject: "有一期款项待支付",
    sentence: (t) => `订单${no(t)}${part(t)}应付${amount(t)}，请及时支付。`,
  },
  INSTALMENT_REMINDED: {
    subject: "请记得支付一期款项",
    sentence: (t) => `订单${no(t)}${part(t)}还应付${amount(t)}，请及时支付。`,
  },
  INSTALMENT_OVERDUE: {
    subject: "一期款项已逾期",
    sentence: (t) => `订单${no(t)}${part(t)}${amount(t)}已逾期，仍可支付；约定暂停的服务在付清后继续。`,
  },
  INSTALMENT_WAIVED: {
    subject: "平台减免了款项",
    sentence: (t) => `订单${no(t)}${part(t)}减免${amount(t)}，无需再付。`,
  },
  OFFICIAL_FEE_PAID: {
    subject: "官费已缴纳",
    sentence: (t) => `订单${no(t)}「${title(t)}」的官费${amount(t)}已向官方机构缴纳。`,
  },
  CONTRACT_ISSUED: { subject: "合同待签署", sentence: (t) => `订单${no(t)}的合同已出具，请下载打印、签字后上传。` },
  CONTRACT_REJECTED: { subject: "合同需重新上传", sentence: (t) => `订单${no(t)}上传的合同未通过核验，请查看原因。` },
  CONTRACT_VOIDED: {
    subject: "合同已作废",
    sentence: (t) => `订单${no(t)}原来的合同已作废，平台会重新出具，请查看原因。`,
  },
  CONTRACT_VERIFIED: { subject: "合同已生效", sentence: (t) => `订单${no(t)}的合同已核验生效。` },
  TICKET_ASSIGNED: { subject: "服务商已接单", sentence: (t) => `「${item(t)}」已由${supplier(t)}接单。` },
  WORK_STARTED: { subject: "服务已开始", sentence: (t) => `「${item(t)}」已开始服务。` },
  PROGRESS_APPROVED: { subject: "服务有新进度", sentence: (t) => `「${item(t)}」有新进度，已完成${t.percent ?? 0}%。` },
  ACCEPTANCE_DUE: { subject: "服务待验收", sentence: (t) => `「${item(t)}」已完工，${until(t)}验收，逾期自动通过。` },
  WORK_ACCEPTED_BY_TIME: { subject: "服务已自动验收", sentence: (t) => `「${item(t)}」超过验收期限，已自动通过。` },
  NEW_TICKET: { subject: "新工单待接单", sentence: (t) => `新工单「${item(t)}」${amount(t)}，${until(t)}回复。` },
  OFFER_EXPIRED: { subject: "工单已超时", sentence: (t) => `工单${no(t)}「${item(t)}」超时未回复，已转派。` },
  OFFER_WITHDRAWN: { subject: "派单已撤回", sentence: (t) => `工单${no(t)}「${item(t)}」的派单已撤回。` },
  PROGRESS_REJECTED: { subject: "进度被退回", sentence: (t) => `工单${no(t)}「${item(t)}」的进度被退回，请重新提交。` },
  WORK_RETURNED: { subject: "工单需返工", sentence: (t) => `工单${no(t)}「${item(t)}」需要返工，请查看原因。` },
  WORK_ACCEPTED: { subject: "工单已验收", sentence: (t) => `工单${no(t)}「${item(t)}」已验收。` },
  STATEMENT_TO_CONFIRM: { subject: "结算单待确认", sentence: (t) => `结算单已出，应结金额${amount(t)}，请核对确认。` },
  STATEMENT_TO_APPROVE: { subject: "结算单待批准", sentence: (t) => `有一张${amount(t)}的结算单待批准。` },
  STATEMENT_DISPUTED: { subject: "结算单有异议", sentence: () => `服务商对结算单提出异议，请处理。` },
  STATEMENT_ANSWERED: { subject: "结算异议已答复", sentence: () => `平台已答复您对结算单的异议，请查看。` },
  STATEMENT_TO_PAY: { subject: "结算单待付款", sentence: (t) => `有一张${amount(t)}的结算单待付款。` },
  STATEMENT_PAID: { subject: "结算款已支付", sentence: (t) => `结算款${amount(t)}已支付，请查收。` },
  STATEMENT_FAILED: { subject: "结算款支付失败", sentence: (t) => `结算款${amount(t)}支付失败，请核对收款账户。` },
  STATEMENT_CANCELLED: { subject: "结算单已撤销", sentence: () => `结算单已撤销，款项会进入下一张结算单。` },
  REVIEW_PUBLISHED: { subject: "收到新评价", sentence: () => "您收到一条新的客户评价。" },
  SUPPLIER_FOUNDED: { subject: "入驻成功", sentence: (t) => `${supplier(t)}已成为服务商。` },
  SUPPLIER_SUSPENDED: {
    subject: "服务商已停用",
    sentence: (t) => `${supplier(t)}已被平台停用，不再派单，请查看原因。`,
  },
  SUPPLIER_RESUMED: { subject: "服务商已恢复", sentence: (t) => `${supplier(t)}已恢复接单。` },
  SUPPLIER_PAUSED: { subject: "已暂停接单", sentence: (t) => `${supplier(t)}已暂停接单。` },
  SUPPLIER_UNPAUSED: { subject: "已恢复接单", sentence: (t) => `${supplier(t)}已恢复接单。` },
  SERVICE_APPROVED: { subject: "服务报价已通过", sentence: (t) => `「${item(t)}」的报价已通过审核并生效。` },
  SUPPLIER_TERMINATED: { subject: "合作已终止", sentence: (t) => `平台已终止与${supplier(t)}的合作，请查看原因。` },
  SERVICE_SCHEDULED: {
    subject: "服务报价已通过，待生效",
    sentence: (t) => `「${item(t)}」的新报价已通过审核，到生效日自动生效。`,
  },
  SERVICE_IN_FORCE: { subject: "新报价已生效", sentence: (t) => `「${item(t)}」的新报价已按约定日期生效。` },
  SERVICE_ENDED: {
    subject: "服务报价已到期",
    sentence: (t) => `「${item(t)}」的报价已到期，不再派单；如需继续请重新申报。`,
  },
  SERVICE_RETIRED: { subject: "服务已下架", sentence: (t) => `「${item(t)}」已被平台下架，请查看原因。` },
  CERTIFICATE_VERIFIED: { subject: "证书已核验", sentence: () => "您上传的资质证书已通过核验。" },
  CERTIFICATE_RETURNED: { subject: "证书被退回", sentence: () => "您上传的资质证书被退回，请查看原因并重新上传。" },
  CERTIFICATE_EXPIRING: { subject: "证书即将到期", sentence: () => "您有资质证书即将到期，请尽快更新，以免停止派单。" },
  CERTIFICATE_EXPIRED: {
    subject: "证书已过期",
    sentence: () => "您有资质证书已过期，需要它的服务已停止派单，请更新。",
  },
  SERVICE_REJECTED: { subject: "服务报价未通过", sentence: (t) => `「${item(t)}」的报价未通过审核，请查看原因。` },
  BID_ARRIVED: { subject: "收到新报价", sentence: (t) => `询价「${title(t)}」已收到${t.count ?? 0}家报价。` },
  BIDS_OPENED: { subject: "报价已开启，请比较", sentence: (t) => `询价「${title(t)}」已截止，请比较报价并选定。` },
  INQUIRY_QUESTION: { subject: "服务商有疑问", sentence: (t) => `询价「${title(t)}」有服务商提问，请答复。` },
  INQUIRY_NO_BIDS: { subject: "暂无报价", sentence: (t) => `询价「${title(t)}」暂无报价，平台正在协助。` },
  INQUIRY_CANCELLED: { subject: "询价已取消", sentence: (t) => `询价「${title(t)}」已取消，请查看原因。` },
  INQUIRY_INVITED: { subject: "新询价待报价", sentence: (t) => `新询价「${title(t)}」${until(t)}报价。` },
  INQUIRY_ANSWERED: { subject: "询价有新答复", sentence: (t) => `询价「${title(t)}」有新的答疑，请查看。` },
  INQUIRY_DEADLINE_MOVED: {
    subject: "报价截止时间已调整",
    sentence: (t) => `询价「${title(t)}」的截止时间已调整，${until(t)}报价。`,
  },
  INQUIRY_CALLED_OFF: { subject: "询价已取消", sentence: (t) => `询价「${title(t)}」已取消，请查看原因。` },
  BID_OUTBID: { subject: "有更低报价", sentence: (t) => `竞价「${title(t)}」出现更低报价，${until(t)}可再次报价。` },
  BID_AWARDED: { subject: "报价已中选", sentence: (t) => `您对「${title(t)}」的报价已中选。` },
  BID_LOST: { subject: "报价未中选", sentence: (t) => `您对「${title(t)}」的报价未中选，感谢参与。` },
  INQUIRY_NEEDS_HUMAN: {
    subject: "询价需人工处理",
    sentence: (t) => `询价${no(t)}「${title(t)}」没有报价，需人工处理。`,
  },
  ORDER_TO_AUDIT: {
    subject: "订单待审核",
    sentence: (t) => `订单${no(t)}「${title(t)}」等待审核，通过后客户才能付款。`,
  },
  ORDER_CONFIRMED: { subject: "订单审核通过", sentence: (t) => `订单${no(t)}已审核通过，请支付首期款项。` },
  ORDER_RETURNED: { subject: "订单被退回", sentence: (t) => `订单${no(t)}未通过审核，请查看原因后重新提交或取消。` },
  AMENDMENT_PROPOSED: {
    subject: "订单变更待确认",
    sentence: (t) => `订单${no(t)}有一份变更等您确认，请查看差异和金额。`,
  },
  AMENDMENT_APPLIED: {
    subject: "订单变更已生效",
    sentence: (t) => `订单${no(t)}的变更已生效，请查看最新内容和付款计划。`,
  },
  AMENDMENT_TO_AUDIT: { subject: "订单变更待审核", sentence: (t) => `订单${no(t)}「${title(t)}」的变更待审核。` },
  AMENDMENT_CAME_BACK: {
    subject: "订单变更被退回",
    sentence: (t) => `订单${no(t)}「${title(t)}」的变更没有通过，请查看原因。`,
  },
  CHANGE_REQUESTED: { subject: "有变更申请", sentence: (t) => `订单${no(t)}「${title(t)}」收到变更申请，请处理。` },
  CHANGE_DECLINED: { subject: "变更申请未采纳", sentence: (t) => `订单${no(t)}的变更申请未被采纳，请查看原因。` },
  SUPPLIER_CHANGE_DECLINED: {
    subject: "变更申请未采纳",
    sentence: (t) => `订单${no(t)}的变更申请未被采纳，请查看原因。`,
  },
  TICKET_CANCELLED: {
    subject: "工单已取消",
    sentence: (t) => `工单${no(t)}「${item(t)}」因订单变更已取消，请停止施工。`,
  },
  CONTRACT_TO_ISSUE: { subject: "合同待出具", sentence: (t) => `订单${no(t)}「${title(t)}」的合同待出具。` },
  CONTRACT_TO_VERIFY: {
    subject: "合同待核验",
    sentence: (t) => `订单${no(t)}「${title(t)}」的合同已签署上传，待核验。`,
  },
  WAIVER_TO_APPROVE: {
    subject: "减免待批准",
    sentence: (t) => `订单${no(t)}${part(t)}减免${amount(t)}待批准。`,
  },
  TRANSFER_TO_CONFIRM: { subject: "转账待确认", sentence: (t) => `订单${no(t)}有一笔${amount(t)}的转账待确认到账。` },
  PAYMENT_MISMATCH: {
    subject: "付款金额不符",
    sentence: (t) => `订单${no(t)}的渠道通知与应付金额不符，已搁置待核实。`,
  },
  TICKET_NEEDS_HUMAN: {
    subject: "工单需人工派单",
    sentence: (t) => `订单${no(t)}的「${item(t)}」无人接单，需人工派单。`,
  },
  PROGRESS_TO_REVIEW: { subject: "进度待审核", sentence: (t) => `订单${no(t)}的「${item(t)}」有进度待审核。` },
  WORK_TO_APPROVE: { subject: "交付待审核", sentence: (t) => `订单${no(t)}的「${item(t)}」已申请验收，待审核。` },
  APPLICATION_TO_REVIEW: { subject: "入驻申请待审核", sentence: (t) => `「${title(t)}」的入驻申请${no(t)}待审核。` },
  SERVICE_TO_REVIEW: { subject: "服务报价待审核", sentence: (t) => `${supplier(t)}的「${item(t)}」报价待审核。` },
  SERVICES_TO_REVIEW: { subject: "一批服务报价待审核", sentence: (t) => `${supplier(t)}导入的一批服务报价待审核。` },
  CERTIFICATE_TO_REVIEW: { subject: "资质证书待核验", sentence: (t) => `${supplier(t)}的资质证书待核验。` },
  APPLICATION_RETURNED: { subject: "入驻申请需要补充", sentence: (t) => `入驻申请${no(t)}需要补充，请查看审核意见。` },
  APPLICATION_REJECTED: { subject: "入驻申请未通过", sentence: (t) => `入驻申请${no(t)}未通过，请查看审核意见。` },
  PRODUCT_TO_REVIEW: { subject: "商品待审核", sentence: (t) => `商品「${title(t)}」已提交审核，请对比后发布或退回。` },
  PRODUCT_RETURNED: { subject: "商品被退回", sentence: (t) => `商品「${title(t)}」被退回，请查看意见后修改。` },
  QUOTATION_SENT: {
    subject: "收到报价",
    sentence: (t) => `「${title(t)}」的报价${amount(t)}已送达，${until(t)}确认。`,
  },
  QUOTATION_EXPIRING: { subject: "报价即将到期", sentence: (t) => `「${title(t)}」的报价即将到期，${until(t)}确认。` },
  QUOTATION_EXPIRED: { subject: "报价已过期", sentence: (t) => `「${title(t)}」的报价${no(t)}已过有效期。` },
  QUOTATION_WITHDRAWN: { subject: "报价已撤回", sentence: (t) => `「${title(t)}」的报价${no(t)}已撤回，请查看原因。` },
  QUOTATION_ANSWERED: { subject: "修改请求已答复", sentence: (t) => `报价${no(t)}的修改请求已答复。` },
  QUOTATION_REQUESTED: { subject: "客户请求报价", sentence: (t) => `客户请求「${title(t)}」的报价${no(t)}。` },
  QUOTATION_CHANGE_REQUESTED: { subject: "客户请求修改报价", sentence: (t) => `客户请求修改报价${no(t)}。` },
  QUOTATION_TO_REVIEW: { subject: "报价待内审", sentence: (t) => `报价${no(t)}「${title(t)}」待内审。` },
  QUOTATION_RETURNED: { subject: "报价内审未通过", sentence: (t) => `报价${no(t)}「${title(t)}」被退回，请查看意见。` },
  QUOTATION_ACCEPTED: { subject: "报价已被接受", sentence: (t) => `客户已接受报价${no(t)}，金额${amount(t)}。` },
  QUOTATION_DECLINED: { subject: "报价被拒绝", sentence: (t) => `客户拒绝了报价${no(t)}，请查看原因。` },
  QUOTATION_LAPSED: { subject: "报价已过期", sentence: (t) => `报价${no(t)}「${title(t)}」到期未获确认。` },
  QUOTATION_STUCK: { subject: "报价需要新版本", sentence: (t) => `报价${no(t)}有服务商不能提供服务，需出新版本。` },
  WECHAT_BOUND: { subject: "已绑定微信", sentence: () => "您的账号已绑定微信；如非本人操作，请立即解绑并修改密码。" },
  WECHAT_UNBOUND: { subject: "已解绑微信", sentence: () => "您的账号已解绑微信；如非本人操作，请立即修改密码。" },
  WECHAT_UNSUBSCRIBED: { subject: "微信已取消关注", sentence: () => "您已取消关注服务号，微信里不再收到通知。" },
};

/** A letter: what happened, what somebody wrote about it, and the page to go on at. */
export function letterOf(kind: NoticeKind, told: NoticeParams, url: string): { subject: string; text: string } {
  const { subject, sentence } = words[kind];
  const lines = [sentence(told), ...(told.detail ? [`说明：${told.detail}`] : []), `查看详情：${url}`];
  return { subject: told.no ? `${subject} ${told.no}` : subject, text: lines.join("\n") };
}

/** A short message: signature and one sentence, 70 characters at most. */
export function shortMessageOf(kind: NoticeKind, told: NoticeParams): string {
  return shorten(`${SIGNATURE}${words[kind].sentence(told)}`, SMS_LIMIT);
}

const part = (told: NoticeParams): string =>
  told.seq !== undefined && told.count !== undefined ? `第${told.seq}/${told.count}期` : "";

/** "11月20日 18:05" in Shanghai. */
function momentText(at: number): string {
  const local = new Date(at + 8 * HOUR);
  const minutes = String(local.getUTCMinutes()).padStart(2, "0");
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日${local.getUTCHours()}:${minutes}`;
}
