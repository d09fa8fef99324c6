import { msg } from "@lingui/core/macro";
import {
  BadgeCheck,
  ClipboardCheck,
  FilePen,
  FileSearch,
  FileText,
  FileUser,
  Inbox,
  Map as MapIcon,
  PackageCheck,
  PackageSearch,
  PackageX,
  Receipt,
  Tags,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import { accountNotices } from "./account-notices";
import type { NoticeWords, TopicsTold } from "./notice-words";

/** What staff are told. */
export const staffNotices = {
  ...accountNotices,
  CONTRACT_TO_ISSUE: { icon: FilePen, words: msg`有合同待出具` },
  CONTRACT_TO_VERIFY: { icon: FileSearch, words: msg`有合同待核验` },
  PRODUCT_TO_REVIEW: { icon: PackageSearch, words: msg`有商品待审核` },
  PRODUCT_RETURNED: { icon: PackageX, words: msg`您提交的商品被退回` },
  QUOTATION_REQUESTED: { icon: FileText, words: msg`有客户请求报价` },
  QUOTATION_CHANGE_REQUESTED: { icon: FileText, words: msg`有客户请求修改报价` },
  QUOTATION_TO_REVIEW: { icon: FileText, words: msg`有报价单待内审` },
  QUOTATION_RETURNED: { icon: FileText, words: msg`您的报价单被退回` },
  QUOTATION_ACCEPTED: { icon: FileText, words: msg`客户接受了报价` },
  QUOTATION_DECLINED: { icon: FileText, words: msg`客户拒绝了报价` },
  QUOTATION_LAPSED: { icon: FileText, words: msg`报价到期未获确认` },
  QUOTATION_STUCK: { icon: TriangleAlert, words: msg`有报价的服务商不能提供服务，需出新版本` },
  COLLECTION_DENIED: { icon: Receipt, words: msg`顾客否认了一笔现场收款` },
  STATEMENT_TO_APPROVE: { icon: Receipt, words: msg`有结算单待批准` },
  STATEMENT_DISPUTED: { icon: Receipt, words: msg`服务商对结算单有异议` },
  STATEMENT_TO_PAY: { icon: Receipt, words: msg`有结算单待付款` },
  WAIVER_TO_APPROVE: { icon: Receipt, words: msg`有减免待批准` },
  TRANSFER_TO_CONFIRM: { icon: Receipt, words: msg`有转账待确认到账` },
  PAYMENT_MISMATCH: { icon: TriangleAlert, words: msg`有付款金额不符，待人工核对` },
  REFUND_TO_PROPOSE: { icon: Undo2, words: msg`有退款申请待处理` },
  REFUND_TO_APPROVE: { icon: Undo2, words: msg`有退款待批准` },
  REFUND_TO_PAY: { icon: Undo2, words: msg`有退款待银行转账` },
  REFUND_STUCK: { icon: TriangleAlert, words: msg`有退款部分失败，待另选方式` },
  TICKET_NEEDS_HUMAN: { icon: MapIcon, words: msg`有服务单需人工派单` },
  PROGRESS_TO_REVIEW: { icon: ClipboardCheck, words: msg`有进度待审核` },
  WORK_TO_APPROVE: { icon: PackageCheck, words: msg`有交付待审核` },
  APPLICATION_TO_REVIEW: { icon: FileUser, words: msg`有入驻申请待审核` },
  INQUIRY_NEEDS_HUMAN: { icon: Inbox, words: msg`有询价没有报价，需人工处理` },
  SERVICE_TO_REVIEW: { icon: Tags, words: msg`有服务报价待审核` },
  SERVICES_TO_REVIEW: { icon: Tags, words: msg`有一批导入的服务报价待审核` },
  CERTIFICATE_TO_REVIEW: { icon: BadgeCheck, words: msg`有资质证书待核验` },
} as const satisfies NoticeWords;

export const staffTopics: TopicsTold = {
  TASKS: msg`待派单、待审核、待确认到账`,
  ACCOUNT: msg`微信绑定与解绑`,
};
