import { expect, type Locator, type Page } from "@playwright/test";
import { choose, confirm, dialog } from "./controls.js";
import { letterTo } from "./mailbox.js";
import { aPhoto } from "./pictures.js";

export interface Applicant {
  readonly organisation: string;
  readonly uscc: string;
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  readonly item: string;
  readonly cost: string;
  readonly sale: string;
  readonly city: string;
}

/** Walks the five steps of the application and submits it. */
export async function applyAsSupplier(page: Page, applicant: Applicant): Promise<void> {
  await page.goto("/supplier/apply");
  await page.getByRole("link", { name: "开始申请" }).click();
  await page.getByLabel("机构名称").fill(applicant.organisation);
  await page.getByLabel("统一社会信用代码").fill(applicant.uscc);
  await page.getByLabel("姓名").fill(applicant.contact);
  await page.getByLabel("电话").fill(applicant.phone);
  await page.getByLabel("邮箱").fill(applicant.email);
  await nextStep(page, "服务与价格");
  await choose(page, page.getByRole("combobox", { name: "添加服务项目" }), applicant.item);
  const terms = page.getByRole("region", { name: applicant.item });
  await terms.getByLabel(/成本价/).fill(applicant.cost);
  await terms.getByLabel(/销售价/).fill(applicant.sale);
  await terms.getByLabel("每天最多接几单").fill("8");
  await nextStep(page, "服务区域");
  await page.getByLabel(applicant.city).check();
  await nextStep(page, "证件材料");
  await attachPaper(page, "营业执照");
  await nextStep(page, "核对提交");
  await submitApplication(page);
}

/** Brings what the platform asked for to a returned application and submits it again. */
export async function addPaperAndSubmit(page: Page, kind: string): Promise<void> {
  await page.getByRole("link", { name: "补充并重新提交" }).click();
  await page.getByRole("link", { name: "修改 证件材料" }).click();
  await attachPaper(page, kind);
  await nextStep(page, "核对提交");
  await submitApplication(page);
}

async function attachPaper(page: Page, kind: string): Promise<void> {
  const paper = page.getByRole("region", { name: kind });
  await paper.getByLabel(/选择文件/).setInputFiles(aPhoto(`${kind}.png`));
  await expect(paper.getByRole("button", { name: "移除" })).toBeVisible();
}

async function nextStep(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: "保存并继续" }).click();
  await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
}

async function submitApplication(page: Page): Promise<void> {
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("待审核")).toBeVisible();
}

/** Opens the one-time link and sets a password; the app is open afterwards. */
export async function openAccountByLink(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "设置密码并登录" }).click();
  await expect(page.getByRole("heading", { name: "今日", level: 1 })).toBeVisible();
}

/** Invites a colleague and returns the link, which is shown this once. */
export async function inviteColleague(page: Page, name: string, email: string, role: string): Promise<string> {
  await page.goto("/supplier/team");
  await page.getByRole("link", { name: "邀请同事" }).click();
  const form = dialog(page, "邀请同事");
  await form.getByLabel("姓名").fill(name);
  await form.getByLabel("登录邮箱").fill(email);
  await form.getByRole("radio", { name: role }).check();
  await form.getByRole("button", { name: "生成邀请链接" }).click();
  return letterTo(page, email, /href="([^"]*set-password#[^"]+)"/);
}

/** Offers an item at a new sale price; staff must agree before it counts. */
export async function proposeSalePrice(page: Page, item: string, yuan: string): Promise<void> {
  await page.goto("/supplier/services");
  await page.getByRole("article", { name: item }).getByRole("link", { name: "调整价格" }).click();
  const form = dialog(page, "调整价格");
  await form.getByLabel(/销售价/).fill(yuan);
  await form.getByRole("button", { name: "提交审核" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole("heading", { name: "新价格待审核" })).toBeVisible();
}

/** Gives one service a calendar of its own in which a day is closed. */
export async function closeDayOfService(page: Page, item: string, day: string, why: string): Promise<void> {
  await page.goto("/supplier/services");
  await page.getByRole("article", { name: item }).getByRole("link", { name: item, exact: true }).click();
  // The list has a link of the same name, to the company's calendar: the service's own page must be there first.
  await expect(page.getByRole("heading", { level: 1, name: item })).toBeVisible();
  await page.getByRole("link", { name: "日历与产能" }).click();
  await page.getByRole("button", { name: "为这项服务单独设置" }).click();
  const days = page.getByRole("group", { name: "特别的日子" });
  await days.getByLabel("从", { exact: true }).fill(day);
  await days.getByLabel("原因（选填）").fill(why);
  await days.getByRole("button", { name: "添加休息日" }).click();
  await page.getByRole("button", { name: "保存日历" }).click();
  await expect(page.getByText("日历已保存")).toBeVisible();
}

/** Has a table of services looked at, one row of item, level, cost, sale and capacity each; the report stands below it. */
export async function importTable(page: Page, rows: readonly string[]): Promise<Locator> {
  await page.goto("/supplier/services/import");
  const text = ["服务项目编号,能力等级,成本价（元）,销售价（元）,每天接单", ...rows].join("\n");
  const file = { name: "services.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("选择表格 选择文件").setInputFiles(file);
  await page.getByRole("button", { name: "检查" }).click();
  const report = page.getByRole("region", { name: "检查结果" });
  await expect(report).toBeVisible();
  return report;
}

/** The first page, where offers come in by themselves. */
export async function waitAtToday(page: Page): Promise<void> {
  await page.goto("/supplier/");
  await expect(page.getByRole("heading", { name: "今日", level: 1 })).toBeVisible();
  await expect(page.getByText("实时更新").first()).toBeVisible();
}

/** The card of one ticket's offer on the first page, among those of other orders for the same item. */
export function offerCard(page: Page, item: string, ticketId: string): Locator {
  return page.getByRole("article", { name: item }).filter({ has: page.locator(`a[href$="/offers/${ticketId}"]`) });
}

/** Takes the offer that stands on the first page; its ticket is open afterwards. */
export async function acceptOffer(page: Page, item: string, ticketId: string): Promise<void> {
  const offer = offerCard(page, item, ticketId);
  await offer.getByRole("button", { name: "接单" }).click();
  await expect(page.getByRole("heading", { name: item, level: 1 })).toBeVisible();
}

export async function startWork(page: Page): Promise<void> {
  await page.getByRole("button", { name: "开始服务" }).click();
  await expect(page.getByText("服务中").first()).toBeVisible();
}

/** Posts a milestone with photos; the ticket is open afterwards. */
export async function postProgress(page: Page, milestone: string, text: string, photos: number): Promise<void> {
  await page.getByRole("link", { name: "提交进度" }).first().click();
  await page.getByRole("radio", { name: new RegExp(`^${milestone}`) }).check();
  if (photos > 0) {
    const taken = Array.from({ length: photos }, (_, index) => aPhoto(`${milestone}-${index + 1}.png`));
    await page.getByLabel("从相册选").setInputFiles(taken);
    await expect(page.getByRole("button", { name: `移除第 ${photos} 张照片` })).toBeVisible();
  }
  await page.getByLabel(/说明（选填）/).fill(text);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText("已提交，等待平台审核").last()).toBeVisible();
  await page.waitForURL(/\/t\/[\w-]{22}$/);
}

/** Hands the work over; nothing can be reported on it any more. */
export async function deliver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "申请验收" }).click();
  await confirm(page, "申请验收？", "申请验收");
  await expect(page.getByRole("heading", { name: "等待平台审核" })).toBeVisible();
}
