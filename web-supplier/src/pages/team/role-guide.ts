import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { SupplierRole } from "../../gql/graphql";

/** What each role may do, in the order of a hiring talk. */
export const roleDuties: readonly { role: SupplierRole; duty: MessageDescriptor }[] = [
  { role: "OWNER", duty: msg`接单、改价、邀请和移除同事，什么都能看。` },
  { role: "DISPATCHER", duty: msg`接单或拒单，查看所有任务和服务。` },
  { role: "WORKER", duty: msg`到现场开始服务、拍照提交进度、申请验收。` },
  { role: "FINANCE", duty: msg`查看任务、应得款项和服务价格，不能接单。` },
];
