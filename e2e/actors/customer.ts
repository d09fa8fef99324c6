import { expect, type Page } from "@playwright/test";
import { letterTo } from "./mailbox.js";
import { aPhoto } from "./pictures.js";

/** Registers with a code from the letter; signed in afterwards. */
export async function signUp(page: Page, person: { email: string; name: string; phone: string; password: string }): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("邮箱").fill(person.email);
  await page.getByRole("button", { name: "发送验证码" }).click();
  const code = await letterTo(page, person.email, /验证码 (\d{6})/);
  await page.getByLabel("验证码").fill(code);
  await page.getByLabel("称呼").fill(person.name);
  await page.getByLabel("手机号").fill(person.phone);
  await page.getByLabel("密码", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "注册并登录" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-up"));
}

/** Fills contact and address and submits with a double click: one order must come of it. Returns the order's address. */
export async function checkOut(page: Page, contact: { name: string; phone: string; address: string }): Promise<string> {
  await page.getByRole("link", { name: "立即下单" }).first().click();
  await page.getByLabel("联系人").fill(contact.name);
  await page.getByLabel("联系电话").fill(contact.phone);
  await page.getByLabel("详细地址").fill(contact.address);
  await page.getByRole("button", { name: /提交订单/ }).first().dblclick();
  await page.waitForURL(/\/o\/[\w-]{22}/);
  return new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
}

/** Pays what is due by bank transfer and uploads the slip. */
export async function transferWithSlip(page: Page, orderPath: string): Promise<void> {
  await page.goto(orderPath);
  await page.getByRole("link", { name: /支付/ }).first().click();
  await page.getByRole("radio", { name: /银行转账|对公转账|转账/ }).check();
  await page.getByRole("button", { name: "获取转账信息" }).click();
  await page.locator('input[type="file"]').setInputFiles(aPhoto("slip.png"));
  await page.getByRole("button", { name: "提交凭证" }).click();
  await expect(page.getByText("等待出纳确认").first()).toBeVisible();
}
