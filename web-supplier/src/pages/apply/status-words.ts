import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ApplicationState } from "../../gql/graphql";

/** What each state means for the applicant, and who acts next. */
export const statusWords: Record<ApplicationState, { title: MessageDescriptor; sentence: MessageDescriptor }> = {
  DRAFT: { title: msg`申请还没有提交`, sentence: msg`填完后核对提交，平台才会开始审核。` },
  SUBMITTED: { title: msg`平台正在审核`, sentence: msg`有结果会发到您的邮箱，也会显示在这一页；暂时不用做什么。` },
  NEEDS_INFO: { title: msg`请补充后重新提交`, sentence: msg`审核人员的意见如下，改好后再提交一次即可。` },
  APPROVED: {
    title: msg`申请已通过`,
    sentence: msg`邀请链接已发到申请邮箱，设置密码后就能登录工作台接单。链接 7 天内有效。`,
  },
  REJECTED: { title: msg`申请未通过`, sentence: msg`原因如下。情况改变后，可以重新申请。` },
  WITHDRAWN: { title: msg`申请已撤回`, sentence: msg`需要时可以重新申请。` },
};
