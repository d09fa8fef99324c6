import type { Page } from "@playwright/test";
import { letterTo } from "../actors/mailbox.js";
import { ask } from "../actors/requests.js";
import { expect, PASSWORD, signIn, test } from "../world/world.js";

/** Tries once and answers what the page says. */
async function refusalOf(page: Page, login: string): Promise<string> {
  const answered = page.waitForResponse(
    (response) => response.url().endsWith("/graphql") && isSignIn(response.request()),
  );
  await page.getByLabel("账号（邮箱）").fill(login);
  await page.getByLabel("密码", { exact: true }).fill("not-my-password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await answered;
  const alert = page.getByRole("alert");
  await expect(alert).toBeVisible();
  return (await alert.textContent()) ?? "";
}

const isSignIn = (request: { postData(): string | null }): boolean =>
  /mutation SignIn\b/.test(request.postData() ?? "");

test("a wrong password and an unknown address are told alike, and so are too many tries", async ({ world }) => {
  const page = await (await world.browser()).newPage();
  await page.goto("/sign-in");
  const said = { known: new Set<string>(), unknown: new Set<string>() };
  for (let time = 1; time <= 9; time += 1) {
    said.known.add(await refusalOf(page, "tang@demo.kaidan"));
    said.unknown.add(await refusalOf(page, "nobody@demo.kaidan"));
  }
  expect([...said.known]).toEqual(["账号或密码不正确。", "尝试过于频繁，请稍后再试。"]);
  expect([...said.unknown]).toEqual([...said.known]);
});

test("a session ended on another device sends this one to sign in, and back to the same page", async ({ world }) => {
  const here = await world.signedIn("shop", "huang@demo.kaidan");
  const { myOrders } = await ask<{ myOrders: { edges: { node: { id: string } }[] } }>(
    here,
    "shop",
    "query { myOrders(first: 1) { edges { node { id } } } }",
    {},
  );
  const path = `/o/${myOrders.edges[0]?.node.id}`;
  const there = await world.signedIn("shop", "huang@demo.kaidan");
  await there.goto("/me/sessions");
  const others = there.getByRole("button", { name: /^结束登录/ });
  await expect(others.first()).toBeVisible();
  for (let left = await others.count(); left > 0; left -= 1) {
    await others.first().click();
    await expect(others).toHaveCount(left - 1);
  }
  await here.goto(path);
  await expect(here).toHaveURL(/\/sign-in\?next=/);
  await here.getByLabel("账号（邮箱）").fill("huang@demo.kaidan");
  await here.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await here.getByRole("button", { name: "登录", exact: true }).click();
  await here.waitForURL((url) => url.pathname === path);
  await expect(here.getByRole("heading", { name: "动态" })).toBeVisible();
});

test("a one-time link works once", async ({ world }) => {
  const page = await (await world.browser()).newPage();
  await page.goto("/forgot-password");
  await page.getByLabel("账号（邮箱）").fill("zhao@demo.kaidan");
  await page.getByRole("button", { name: "发送链接" }).click();
  await expect(page.getByText("只能使用一次")).toBeVisible();
  const link = await letterTo(page, "zhao@demo.kaidan", /href="([^"]*set-password#[^"]+)"/);
  await page.goto(link);
  await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "设置密码并登录" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  const stranger = await (await world.browser()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "链接已失效" })).toBeVisible();
  await expect(stranger.getByLabel("新密码", { exact: true })).toHaveCount(0);
  await signIn(stranger, "shop", "zhao@demo.kaidan", PASSWORD);
});
