import { msg } from "@lingui/core/macro";
import {
  Ban,
  CalendarClock,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleX,
  Clock,
  Inbox,
  MessageCircleQuestionMark,
  ReceiptText,
  RotateCcw,
  ShieldCheck,
  Star,
  Store,
  TrendingDown,
  Trophy,
  Undo2,
} from "lucide-react";
import { accountNotices } from "./account-notices";
import type { NoticeWords, TopicsTold } from "./notice-words";

/** What suppliers are told. */
export const supplierNotices = {
  ...accountNotices,
  NEW_TICKET: { icon: Inbox, words: msg`有新派单，请尽快回复` },
  INQUIRY_INVITED: { icon: Inbox, words: msg`有新的询价，请报价` },
  INQUIRY_ANSWERED: { icon: MessageCircleQuestionMark, words: msg`询价有新的答疑` },
  INQUIRY_DEADLINE_MOVED: { icon: Clock, words: msg`询价的截止时间已调整` },
  INQUIRY_CALLED_OFF: { icon: Ban, words: msg`询价已取消` },
  BID_OUTBID: { icon: TrendingDown, words: msg`有更低的报价` },
  BID_AWARDED: { icon: Trophy, words: msg`报价已中选` },
  BID_LOST: { icon: CircleX, words: msg`报价未中选` },
  OFFER_EXPIRED: { icon: Clock, words: msg`派单超时未回复，已转给其他服务商` },
  OFFER_WITHDRAWN: { icon: Undo2, words: msg`派单已被撤回` },
  PROGRESS_REJECTED: { icon: CircleX, words: msg`进度未通过审核，请补充` },
  WORK_RETURNED: { icon: RotateCcw, words: msg`需要返工` },
  WORK_ACCEPTED: { icon: ShieldCheck, words: msg`客户已验收` },
  REFUND_BORNE: { icon: ReceiptText, words: msg`有退款由本单位承担` },
  REVIEW_PUBLISHED: { icon: Star, words: msg`收到新的评价` },
  SUPPLIER_FOUNDED: { icon: Store, words: msg`入驻成功，可以开始接单` },
  SUPPLIER_SUSPENDED: { icon: Ban, words: msg`平台已停止向本单位派单` },
  SUPPLIER_RESUMED: { icon: CirclePlay, words: msg`平台已恢复向本单位派单` },
  SUPPLIER_PAUSED: { icon: CirclePause, words: msg`本单位已暂停接单` },
  SUPPLIER_UNPAUSED: { icon: CirclePlay, words: msg`本单位已恢复接单` },
  SERVICE_APPROVED: { icon: CircleCheck, words: msg`服务报价已通过，开始生效` },
  SUPPLIER_TERMINATED: { icon: Ban, words: msg`平台已终止合作` },
  SERVICE_SCHEDULED: { icon: CalendarClock, words: msg`服务报价已通过，到生效日自动生效` },
  SERVICE_IN_FORCE: { icon: CircleCheck, words: msg`新的服务报价已按约定日期生效` },
  SERVICE_ENDED: { icon: Clock, words: msg`服务报价已到期，不再派单` },
  SERVICE_RETIRED: { icon: Ban, words: msg`服务已被平台下架` },
  CERTIFICATE_VERIFIED: { icon: CircleCheck, words: msg`资质证书已通过核验` },
  CERTIFICATE_RETURNED: { icon: CircleX, words: msg`资质证书被退回` },
  CERTIFICATE_EXPIRING: { icon: Clock, words: msg`资质证书即将到期，请更新` },
  CERTIFICATE_EXPIRED: { icon: Ban, words: msg`资质证书已过期，相关服务停止派单` },
  SERVICE_REJECTED: { icon: CircleX, words: msg`服务报价未通过` },
} as const satisfies NoticeWords;

export const supplierTopics: TopicsTold = {
  TASKS: msg`新派单、返工、要补充的进度`,
  ORDERS: msg`客户验收与评价`,
  ACCOUNT: msg`接单状态、服务报价、资质证书、微信绑定`,
};
