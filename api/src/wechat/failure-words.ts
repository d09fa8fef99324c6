/** What WeChat answered instead of doing it. */
interface Failure {
  readonly errcode: number | null;
  readonly errmsg: string;
}

/** The codes that staff can mend, in their words. */
const words: ReadonlyMap<number, string> = new Map([
  [-1, "微信繁忙，请稍后再试"],
  [40001, "访问凭证无效，请核对 AppSecret"],
  [40013, "AppID 不正确"],
  [40125, "AppSecret 不正确"],
  [40164, "服务器的 IP 不在公众平台的白名单中"],
  [45009, "今天的调用次数已用完，明天 0 点恢复"],
  [45011, "调用太频繁，请稍后再试"],
  [48001, "服务号没有这项接口权限（需要已认证的服务号）"],
  [48004, "服务号的这项接口被封禁"],
  [40016, "一级按钮的个数不对（1 至 3 个）"],
  [40017, "按钮的类型不对"],
  [40018, "一级按钮的名称太长"],
  [40019, "按钮的键太长"],
  [40020, "按钮的网址太长或不正确"],
  [40023, "二级按钮的个数不对（1 至 5 个）"],
  [40025, "二级按钮的名称太长"],
  [40026, "二级按钮的键太长"],
  [40027, "二级按钮的网址太长或不正确"],
  [40054, "二级按钮的网址域名不合规"],
  [40055, "一级按钮的网址域名不合规"],
  [65301, "没有可用的菜单"],
]);

/** Why WeChat did not do it, as a sentence for staff; what it said itself stands behind, for those who look it up. */
export function failureText({ errcode, errmsg }: Failure): string {
  if (errcode === null) return "微信没有应答，请稍后再试。";
  const told = words.get(errcode) ?? "微信拒绝了这次操作";
  return `${told}（${errcode} ${[...errmsg].slice(0, 120).join("")}）。`;
}
