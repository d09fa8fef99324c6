/** What each fault of the sandbox does, in words. The keys are the control API's. */
export const chineseFaults = {
  "-1": "系统繁忙",
  "40001": "access_token 被别处刷新",
  "42001": "access_token 过期",
  "45009": "当日调用次数用完",
  "45011": "调用太频繁",
  "43004": "对方没有关注",
  "43101": "用户拒收或没有订阅次数",
  "47003": "模板参数不合规",
  "48001": "接口未获授权",
  "40164": "IP 不在白名单",
  http500: "HTTP 500",
  http502: "HTTP 502",
  reset: "连接被重置",
  hang: "6 秒不应答",
  truncated: "应答只有半截",
  duplicate: "重复推送",
  triplicate: "三份同时推送",
  outOfOrder: "乱序到达",
  badSignature: "签名错误",
  foreignAppid: "别家的 appid",
  oldTimestamp: "过期的时间戳",
  hugeBody: "超大的消息体",
  doctype: "带 DOCTYPE 的 XML",
  blocked: "送达回执：用户拒收",
  systemFailed: "送达回执：系统失败",
  freqLimit: "送达回执：频率限制",
};

export type FaultName = keyof typeof chineseFaults;

export const englishFaults: Record<FaultName, string> = {
  "-1": "system busy",
  "40001": "access_token refreshed elsewhere",
  "42001": "access_token expired",
  "45009": "daily quota used up",
  "45011": "called too often",
  "43004": "the person does not follow",
  "43101": "refused, or no subscription left",
  "47003": "template argument invalid",
  "48001": "API not authorised",
  "40164": "IP not on the list",
  http500: "HTTP 500",
  http502: "HTTP 502",
  reset: "connection reset",
  hang: "no answer for 6 seconds",
  truncated: "half an answer",
  duplicate: "pushed twice",
  triplicate: "pushed thrice at once",
  outOfOrder: "out of order",
  badSignature: "wrong signature",
  foreignAppid: "another account's appid",
  oldTimestamp: "old timestamp",
  hugeBody: "huge body",
  doctype: "XML with a DOCTYPE",
  blocked: "receipt: blocked by the user",
  systemFailed: "receipt: system failed",
  freqLimit: "receipt: frequency limit",
};

/** What happens to messages on their way to us. */
export const pushFaults: FaultName[] = [
  "duplicate",
  "triplicate",
  "outOfOrder",
  "badSignature",
  "foreignAppid",
  "oldTimestamp",
  "hugeBody",
  "doctype",
];

/** What happens only to template messages, told in their receipt. */
export const receiptFaults: FaultName[] = ["blocked", "systemFailed", "freqLimit"];

/** What happens to calls of the account's API. */
export const callFaults: FaultName[] = [
  "-1",
  "40001",
  "42001",
  "45009",
  "45011",
  "43004",
  "43101",
  "47003",
  "48001",
  "40164",
  "http500",
  "http502",
  "reset",
  "hang",
  "truncated",
];
