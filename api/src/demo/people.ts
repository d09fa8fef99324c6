/** Everybody in the demo. All are made up; one password opens every account, in demo data only. */
export const DEMO_PASSWORD = "kaidan-demo-1";

interface Person {
  readonly key: string;
  readonly login: string;
  readonly name: string;
  readonly phone: string;
}

export const customers: readonly Person[] = [
  { key: "lin", login: "lin@demo.kaidan", name: "林晓", phone: "13800001001" },
  { key: "chen", login: "chen@demo.kaidan", name: "陈一鸣", phone: "13800001002" },
  { key: "zhao", login: "zhao@demo.kaidan", name: "赵敏敏", phone: "13800001003" },
  { key: "huang", login: "huang@demo.kaidan", name: "黄子昂", phone: "13800001004" },
  { key: "tang", login: "tang@demo.kaidan", name: "唐诗雨", phone: "13800001005" },
];

/** Staff and the built-in role each holds. */
export const staff: readonly (Person & { readonly role: string })[] = [
  { key: "admin", login: "admin@demo.kaidan", name: "苏总管", phone: "13800002001", role: "管理员" },
  { key: "catalog", login: "catalog@demo.kaidan", name: "何品", phone: "13800002002", role: "商品与服务商" },
  { key: "dispatcher", login: "dispatcher@demo.kaidan", name: "罗派", phone: "13800002003", role: "派单员" },
  { key: "reviewer", login: "reviewer@demo.kaidan", name: "袁审", phone: "13800002004", role: "进度审核员" },
  { key: "cashier", login: "cashier@demo.kaidan", name: "钱敏", phone: "13800002005", role: "出纳" },
  { key: "finance", login: "finance@demo.kaidan", name: "顾衡", phone: "13800002007", role: "财务审批" },
  { key: "auditor", login: "auditor@demo.kaidan", name: "严查", phone: "13800002006", role: "只读审计" },
];

/** What each sign-in page offers: app, what this person does, login, name. */
export const offeredAccounts: readonly { app: string; role: string; login: string; displayName: string }[] = [
  { app: "SHOP", role: "顾客：装修进行中，有待付款、待验收", login: "lin@demo.kaidan", displayName: "林晓" },
  { app: "SHOP", role: "顾客：刚开公司", login: "chen@demo.kaidan", displayName: "陈一鸣" },
  { app: "SUPPLIER", role: "负责人：装修公司", login: "jiangxin@demo.kaidan", displayName: "匠心装饰 · 谭志强" },
  { app: "SUPPLIER", role: "师傅：装修公司的施工员", login: "worker@demo.kaidan", displayName: "匠心装饰 · 小许" },
  { app: "SUPPLIER", role: "负责人：上门维修", login: "kuaixiu@demo.kaidan", displayName: "快修侠 · 马小军" },
  { app: "SUPPLIER", role: "负责人：家政保洁", login: "liangjie@demo.kaidan", displayName: "亮洁家政 · 孙巧云" },
  { app: "SUPPLIER", role: "负责人：社区维修", login: "linli@demo.kaidan", displayName: "邻里师傅 · 邓师傅" },
  { app: "SUPPLIER", role: "负责人：企业服务", login: "xingban@demo.kaidan", displayName: "星办企服 · 贺敏" },
  { app: "ADMIN", role: "管理员：全部权限", login: "admin@demo.kaidan", displayName: "苏总管" },
  { app: "ADMIN", role: "商品与服务商", login: "catalog@demo.kaidan", displayName: "何品" },
  { app: "ADMIN", role: "派单员", login: "dispatcher@demo.kaidan", displayName: "罗派" },
  { app: "ADMIN", role: "进度审核员", login: "reviewer@demo.kaidan", displayName: "袁审" },
  { app: "ADMIN", role: "出纳：确认到账", login: "cashier@demo.kaidan", displayName: "钱敏" },
  { app: "ADMIN", role: "财务审批：减免、退款、结算", login: "finance@demo.kaidan", displayName: "顾衡" },
  { app: "ADMIN", role: "只读审计", login: "auditor@demo.kaidan", displayName: "严查" },
];
