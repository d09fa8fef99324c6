import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What comes next, as a title and the sentence that says who acts and what to expect. */
export const nextStepWords: Record<string, { title: MessageDescriptor; sentence: MessageDescriptor }> = {
  WAIT_AUDIT: { title: msg`平台正在审核订单`, sentence: msg`审核通过后才需要付款，结果会立即通知您。` },
  RESUBMIT_ORDER: { title: msg`订单被退回`, sentence: msg`请查看原因，重新提交或取消订单。` },
  ANSWER_AMENDMENT: { title: msg`请确认订单变更`, sentence: msg`请查看差异和金额，同意或拒绝；不同意则按原订单继续。` },
  PAY_INSTALMENT: { title: msg`请支付本期款项`, sentence: msg`付款后平台代管，按约定的节点结算给服务商。` },
  PAY_SUPPLIER: {
    title: msg`请向上门的服务商付款`,
    sentence: msg`这一期由服务商收取；对方登记后请在这里确认，确认了才算付清。`,
  },
  WAIT_CONFIRM_PAYMENT: { title: msg`等待确认到账`, sentence: msg`财务正在核对您的转账，确认后自动更新。` },
  WAIT_CONTRACT: { title: msg`正在准备合同`, sentence: msg`平台正在出具合同，出具后会立即通知您签署。` },
  SIGN_CONTRACT: { title: msg`请签署合同`, sentence: msg`下载打印、签字后拍照上传，核验通过即安排服务。` },
  WAIT_VERIFY_CONTRACT: { title: msg`合同核验中`, sentence: msg`平台正在核对您签好的合同，通过后立即安排服务。` },
  WAIT_DISPATCH: { title: msg`正在安排服务商`, sentence: msg`平台正在派单，服务商接单后会立即通知您。` },
  WAIT_ACCEPT_OFFER: { title: msg`等待服务商接单`, sentence: msg`已通知服务商；超时未接单会自动换下一家。` },
  WAIT_WORK: { title: msg`服务进行中`, sentence: msg`服务商会随时更新进度，审核后您在这里立即看到。` },
  WAIT_REVIEW_OF_WORK: { title: msg`平台正在审核`, sentence: msg`服务商已交付，平台审核通过后请您验收。` },
  ACCEPT_WORK: { title: msg`请验收`, sentence: msg`请核对成果；有问题可以要求返工。` },
  REVIEW_ORDER: { title: msg`请评价这次服务`, sentence: msg`您的评价会帮助其他客户选择。` },
  DONE: { title: msg`服务已完成`, sentence: msg`感谢您的信任。` },
  CANCELLED: { title: msg`订单已关闭`, sentence: msg`如需服务，请重新下单。` },
};

export const actorWords = {
  CUSTOMER: msg`轮到您`,
  PLATFORM: msg`平台处理中`,
  SUPPLIER: msg`服务商处理中`,
  NOBODY: msg`无需操作`,
} as const satisfies Record<string, MessageDescriptor>;

export type StepActor = keyof typeof actorWords;
