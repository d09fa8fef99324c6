import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { TicketState } from "../../gql/graphql";
import { hasRejected, type MilestoneFacts, nextMilestone, type ReportFacts } from "./milestones";

/** What is to be done next on a ticket; WAIT_… and the last ones are somebody else's turn or nobody's. */
export type NextStep =
  | "ANSWER"
  | "START"
  | "REPORT"
  | "REDO"
  | "DELIVER"
  | "REDELIVER"
  | "RESTART"
  | "WAIT_REVIEW"
  | "WAIT_CUSTOMER"
  | "DONE"
  | "CANCELLED";

type Stepped = {
  readonly state: TicketState;
  readonly reworkCount: number;
  readonly milestones: readonly MilestoneFacts[];
  readonly reports: readonly ReportFacts[];
};

/** The one next step, from the state and, while working, from the milestones. */
export function nextStepOf(ticket: Stepped): NextStep {
  if (ticket.state !== "IN_PROGRESS") return stepOfState[ticket.state];
  if (hasRejected(ticket)) return "REDO";
  if (nextMilestone(ticket)) return "REPORT";
  return ticket.reworkCount > 0 ? "REDELIVER" : "DELIVER";
}

const stepOfState: Record<Exclude<TicketState, "IN_PROGRESS">, NextStep> = {
  WAITING: "WAIT_REVIEW",
  TO_DISPATCH: "ANSWER",
  OFFERED: "ANSWER",
  NEEDS_HUMAN: "ANSWER",
  ASSIGNED: "START",
  DELIVERED: "WAIT_REVIEW",
  PLATFORM_APPROVED: "WAIT_CUSTOMER",
  REWORK: "RESTART",
  ACCEPTED: "DONE",
  CANCELLED: "CANCELLED",
};

/** Title and sentence of each step; the sentence says what happens then and who acts. */
export const nextStepWords: Record<NextStep, { title: MessageDescriptor; sentence: MessageDescriptor }> = {
  ANSWER: { title: msg`等待接单`, sentence: msg`请在时限内回复，超时会派给其他服务商。` },
  START: {
    title: msg`约好时间，到场后开始服务`,
    sentence: msg`先联系客户确认上门时间；到场后点“开始服务”，客户会实时看到。`,
  },
  REPORT: { title: msg`提交下一个节点`, sentence: msg`拍照上传现场情况，平台审核后客户就能看到。` },
  REDO: { title: msg`有进度被驳回，请补充后重新提交`, sentence: msg`看看驳回原因，重新拍照提交。` },
  DELIVER: { title: msg`全部节点已提交，可以申请验收`, sentence: msg`平台审核通过后，会请客户验收。` },
  REDELIVER: {
    title: msg`返工处理好后，再次申请验收`,
    sentence: msg`建议先提交一条带照片的进度说明，让平台和客户看到返工结果。`,
  },
  RESTART: { title: msg`需要返工`, sentence: msg`请按返工要求处理；开始返工后可以继续提交进度，完成后再次申请验收。` },
  WAIT_REVIEW: { title: msg`等待平台审核`, sentence: msg`审核通过后由客户验收，有结果会在这里更新。` },
  WAIT_CUSTOMER: { title: msg`等待客户验收`, sentence: msg`客户 7 天内没有答复，视为验收通过。` },
  DONE: { title: msg`客户已验收`, sentence: msg`这一单已完成，应得款项已记入平台应付。` },
  CANCELLED: { title: msg`服务单已取消`, sentence: msg`不需要再做任何事。` },
};
