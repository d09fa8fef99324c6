import { msg } from "@lingui/core/macro";
import {
  BadgeCheck,
  ClipboardCheck,
  FilePen,
  FileSearch,
  FileUser,
  Inbox,
  Map as MapIcon,
  PackageCheck,
  Receipt,
  Tags,
  TriangleAlert,
} from "lucide-react";
import { accountNotices } from "./account-notices";
import type { NoticeWords, TopicsTold } from "./notice-words";

/** What staff are told. */
export const staffNotices = {
  ...accountNotices,
  CONTRACT_TO_ISSUE: { icon: FilePen, words: msg`有合同待出具` },
  CONTRACT_TO_VERIFY: { icon: FileSearch, words: msg`有合同待核验` },
  TRANSFER_TO_CONFIRM: { icon: Receipt, words: msg`有转账待确认到账` },
  PAYMENT_MISMATCH: { icon: TriangleAlert, words: msg`有付款金额不符，待人工核对` },
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
