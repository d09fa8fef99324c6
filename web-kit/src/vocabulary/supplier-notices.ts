import { msg } from "@lingui/core/macro";
import {
  Ban,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleX,
  Clock,
  Inbox,
  RotateCcw,
  ShieldCheck,
  Star,
  Store,
  Undo2,
} from "lucide-react";
import { accountNotices } from "./account-notices";
import type { NoticeWords, TopicsTold } from "./notice-words";

/** What suppliers are told. */
export const supplierNotices = {
  ...accountNotices,
  NEW_TICKET: { icon: Inbox, words: msg`有新派单，请尽快回复` },
  OFFER_EXPIRED: { icon: Clock, words: msg`派单超时未回复，已转给其他服务商` },
  OFFER_WITHDRAWN: { icon: Undo2, words: msg`派单已被撤回` },
  PROGRESS_REJECTED: { icon: CircleX, words: msg`进度未通过审核，请补充` },
  WORK_RETURNED: { icon: RotateCcw, words: msg`需要返工` },
  WORK_ACCEPTED: { icon: ShieldCheck, words: msg`客户已验收` },
  REVIEW_PUBLISHED: { icon: Star, words: msg`收到新的评价` },
  SUPPLIER_FOUNDED: { icon: Store, words: msg`入驻成功，可以开始接单` },
  SUPPLIER_SUSPENDED: { icon: Ban, words: msg`平台已停止向本单位派单` },
  SUPPLIER_RESUMED: { icon: CirclePlay, words: msg`平台已恢复向本单位派单` },
  SUPPLIER_PAUSED: { icon: CirclePause, words: msg`本单位已暂停接单` },
  SUPPLIER_UNPAUSED: { icon: CirclePlay, words: msg`本单位已恢复接单` },
  SERVICE_APPROVED: { icon: CircleCheck, words: msg`服务报价已通过，开始生效` },
  SERVICE_REJECTED: { icon: CircleX, words: msg`服务报价未通过` },
} as const satisfies NoticeWords;

export const supplierTopics: TopicsTold = {
  TASKS: msg`新派单、返工、要补充的进度`,
  ORDERS: msg`客户验收与评价`,
  ACCOUNT: msg`接单状态、服务报价、微信绑定`,
};
