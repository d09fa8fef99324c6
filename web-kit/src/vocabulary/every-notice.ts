import { msg } from "@lingui/core/macro";
import { CircleX, FileUser } from "lucide-react";
import type { NoticeKind } from "../gql/graphql";
import { customerNotices } from "./customer-notices";
import type { NoticeWord } from "./notice-words";
import { staffNotices } from "./staff-notices";
import { supplierNotices } from "./supplier-notices";

/** Every notice there is, for whoever watches over their sending: those of the three apps, and the applicants' letters. */
export const everyNotice: Readonly<Record<NoticeKind, NoticeWord>> = {
  ...customerNotices,
  ...supplierNotices,
  ...staffNotices,
  APPLICATION_RETURNED: { icon: FileUser, words: msg`入驻申请需要补充` },
  APPLICATION_REJECTED: { icon: CircleX, words: msg`入驻申请未通过` },
};
