import { msg } from "@lingui/core/macro";
import {
  Banknote,
  Camera,
  CircleX,
  ClipboardCheck,
  Clock,
  FileCheck,
  FilePen,
  FileX,
  HandCoins,
  HardHat,
  MessageCircleQuestionMark,
  Play,
  ReceiptText,
  ShieldCheck,
  Star,
  Tags,
} from "lucide-react";
import { accountNotices } from "./account-notices";
import type { NoticeWords, TopicsTold } from "./notice-words";

/** What customers are told. */
export const customerNotices = {
  ...accountNotices,
  ORDER_PLACED: { icon: ReceiptText, words: msg`下单成功，等待付款` },
  ORDER_CANCELLED: { icon: CircleX, words: msg`订单已取消` },
  ORDER_EXPIRED: { icon: Clock, words: msg`订单因未按时付款已关闭` },
  ORDER_COMPLETED: { icon: Star, words: msg`服务已全部完成，欢迎评价` },
  PAYMENT_RECEIVED: { icon: Banknote, words: msg`已收到您的付款` },
  PAYMENT_REJECTED: { icon: CircleX, words: msg`转账凭证未通过核对，请重新上传` },
  PAYMENT_FAILED: { icon: CircleX, words: msg`付款未成功，请重新支付` },
  CUSTOMER_CREDITED: { icon: HandCoins, words: msg`多付的款项已记入您的账户` },
  COLLECTION_TO_CONFIRM: { icon: HandCoins, words: msg`服务商记录了现场收款，请确认` },
  INSTALMENT_DUE: { icon: Clock, words: msg`有一期款项待支付` },
  CONTRACT_ISSUED: { icon: FilePen, words: msg`合同已出具，请签署` },
  CONTRACT_REJECTED: { icon: FileX, words: msg`合同未通过核验，请重新上传` },
  CONTRACT_VOIDED: { icon: FileX, words: msg`合同已作废，平台会重新出具` },
  CONTRACT_VERIFIED: { icon: FileCheck, words: msg`合同已核验生效` },
  BID_ARRIVED: { icon: Tags, words: msg`询价收到新的报价` },
  BIDS_OPENED: { icon: ClipboardCheck, words: msg`报价已截止，请比较并选定` },
  INQUIRY_QUESTION: { icon: MessageCircleQuestionMark, words: msg`服务商有疑问，请答复` },
  INQUIRY_NO_BIDS: { icon: Clock, words: msg`询价暂无报价，平台正在协助` },
  INQUIRY_CANCELLED: { icon: CircleX, words: msg`询价已取消` },
  TICKET_ASSIGNED: { icon: HardHat, words: msg`服务商已接单` },
  WORK_STARTED: { icon: Play, words: msg`服务已开始` },
  PROGRESS_APPROVED: { icon: Camera, words: msg`服务有新进度` },
  ACCEPTANCE_DUE: { icon: ClipboardCheck, words: msg`服务已完成，请验收` },
  QUOTATION_SENT: { icon: ReceiptText, words: msg`收到一份报价，请确认` },
  QUOTATION_EXPIRING: { icon: Clock, words: msg`报价即将到期` },
  QUOTATION_EXPIRED: { icon: Clock, words: msg`报价已过有效期` },
  QUOTATION_WITHDRAWN: { icon: CircleX, words: msg`报价已撤回` },
  QUOTATION_ANSWERED: { icon: ReceiptText, words: msg`您的修改请求已答复` },
  WORK_ACCEPTED_BY_TIME: { icon: ShieldCheck, words: msg`已到期，系统自动验收` },
} as const satisfies NoticeWords;

export const customerTopics: TopicsTold = {
  ORDERS: msg`下单、取消、关闭、完成`,
  MONEY: msg`到账、到期、付款异常`,
  PROGRESS: msg`派单、新进度、待验收`,
  ACCOUNT: msg`微信绑定与解绑`,
};
