import { fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { type Answers, renderInApp } from "../testing/renderInApp";
import type { BindingSearch } from "./binding-search";
import { WechatBinding } from "./WechatBinding";

const aBinding = (state: "NONE" | "BOUND" | "UNSUBSCRIBED") => ({
  __typename: "WechatBinding",
  state,
  boundAt: state === "NONE" ? null : "2026-11-20T02:15:00Z",
  boundVia: state === "NONE" ? null : "SCENE",
});

const aScene = (state: string, over: object = {}) => ({
  __typename: "WechatScene",
  id: "s1",
  qrText: "http://weixin.qq.com/q/02abc",
  expiresAt: new Date(Date.now() + 600_000).toISOString(),
  state,
  maskedAccount: "138****1234",
  ...over,
});

/** A page on which the code is in this state as soon as it is shown. */
const withScene = (scene: object, more: Answers = {}): Answers => ({
  Inbox: { inbox: { __typename: "Inbox", unread: 0, seq: 1 } },
  Setting: {
    setting: {
      __typename: "Setting",
      demo: true,
      testChannel: true,
      wechat: true,
      phoneUrl: "http://127.0.0.1:4010/",
      demoAccounts: [],
      bankAccount: { __typename: "BankAccount", name: "", bank: "", number: "" },
      regions: [],
    },
  },
  WechatBinding: { wechatBinding: aBinding("NONE") },
  BeginWechatBinding: {
    beginWechatBinding: { __typename: "BeginWechatBindingPayload", scene: { ...scene, state: "OPEN" }, userErrors: [] },
  },
  WechatScene: { wechatScene: scene },
  WechatSceneChanged: { wechatSceneChanged: scene },
  ...more,
});

const open = (answers: Answers, search: BindingSearch = {}) =>
  renderInApp(<WechatBinding benefits={["进度推送到微信"]} search={search} back="/me" />, { answers });
const showCode = async () => fireEvent.click(await screen.findByRole("button", { name: "显示二维码" }));

test("without a service account the page says so", async () => {
  await open({ WechatBinding: { wechatBinding: null } });
  expect(await screen.findByText("平台还没有接入微信服务号")).toBeTruthy();
});

async function typeCode(digits = "0482"): Promise<void> {
  fireEvent.change(await screen.findByRole("textbox", { name: "确认码" }), { target: { value: digits } });
}

test("a code is a picture with its time left, another one, and the way to the simulated phone", async () => {
  await open(withScene(aScene("OPEN")));
  await showCode();
  const picture = await screen.findByRole("img", { name: "绑定微信的二维码" });
  expect(picture.getAttribute("src")).toMatch(/^data:image\/png/);
  expect(screen.getByText(/后过期/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "换一张" })).toBeTruthy();
  const phone = screen.getByRole("link", { name: "用模拟手机扫一扫" });
  expect(phone.getAttribute("href")).toBe("http://127.0.0.1:4010/#scan=http%3A%2F%2Fweixin.qq.com%2Fq%2F02abc");
});

test("a code that is over is no picture any more", async () => {
  await open(withScene(aScene("OPEN", { expiresAt: new Date(Date.now() - 1_000).toISOString() })));
  await showCode();
  expect(await screen.findByText("二维码已过期，请换一张。")).toBeTruthy();
  expect(screen.queryByRole("img")).toBeNull();
});

test("a scan binds only after the signed-in person has confirmed it", async () => {
  const confirm = vi.fn<(variables: unknown) => Record<string, unknown>>(() => ({
    confirmWechatBinding: {
      __typename: "ConfirmWechatBindingPayload",
      binding: aBinding("BOUND"),
      userErrors: [],
    },
  }));
  let bound = false;
  const answers = withScene(aScene("CLAIMED"), {
    ConfirmWechatBinding: (variables) => {
      bound = true;
      return confirm(variables);
    },
    WechatBinding: () => ({ wechatBinding: aBinding(bound ? "BOUND" : "NONE") }),
  });
  await open(answers);
  await showCode();
  expect(await screen.findByText("有一个微信扫码了，是否绑定到账号 138****1234？")).toBeTruthy();
  expect(screen.getByRole("button", { name: "确认绑定" })).toHaveProperty("disabled", true);
  expect(confirm).not.toHaveBeenCalled();
  await typeCode();
  fireEvent.click(screen.getByRole("button", { name: "确认绑定" }));
  expect(await screen.findByRole("heading", { name: "已绑定微信" })).toBeTruthy();
  expect(confirm).toHaveBeenCalledWith({ input: { sceneId: "s1", code: "0482" } });
});

test("digits that are not those of the chat are told beside them, and can be typed again", async () => {
  const refusal = { __typename: "UserError", code: "CODE_INVALID", field: "code", message: "…" };
  const answers = withScene(aScene("CLAIMED"), {
    ConfirmWechatBinding: {
      confirmWechatBinding: { __typename: "ConfirmWechatBindingPayload", binding: null, userErrors: [refusal] },
    },
  });
  await open(answers, { claim: "s1" });
  await userEvent.type(await screen.findByRole("textbox", { name: "确认码" }), "0482{Enter}");
  expect(await screen.findByText("确认码不对，请看服务号里的消息。")).toBeTruthy();
  await typeCode("12");
  expect(screen.queryByText("确认码不对，请看服务号里的消息。")).toBeNull();
});

test("who did not scan says so, and nothing is bound", async () => {
  const cancel = vi.fn<(variables: unknown) => Record<string, unknown>>(() => ({
    cancelWechatBinding: { __typename: "CancelWechatBindingPayload", userErrors: [] },
  }));
  await open(withScene(aScene("CLAIMED"), { CancelWechatBinding: cancel }));
  await showCode();
  fireEvent.click(await screen.findByRole("button", { name: "不是我" }));
  await waitFor(() => expect(cancel).toHaveBeenCalledWith({ input: { sceneId: "s1" } }));
  expect(screen.getByText(/没有绑定。请不要把二维码发给别人。/)).toBeTruthy();
});

test("a claim made inside WeChat asks at once", async () => {
  await open(withScene(aScene("CLAIMED")), { claim: "s1" });
  expect(await screen.findByRole("button", { name: "确认绑定" })).toBeTruthy();
});

test("a refusal stays on the page, in words", async () => {
  const refusal = { __typename: "UserError", code: "BINDING_TAKEN", field: null, message: "…" };
  const answers = withScene(aScene("CLAIMED"), {
    ConfirmWechatBinding: {
      confirmWechatBinding: { __typename: "ConfirmWechatBindingPayload", binding: null, userErrors: [refusal] },
    },
  });
  await open(answers, { claim: "s1" });
  await typeCode();
  fireEvent.click(await screen.findByRole("button", { name: "确认绑定" }));
  expect(await screen.findByText(/这个微信已经绑定了其他账号/)).toBeTruthy();
});

test("who stopped following is told how to get messages again", async () => {
  await open(withScene(aScene("OPEN"), { WechatBinding: { wechatBinding: aBinding("UNSUBSCRIBED") } }));
  expect(await screen.findByText(/重新关注即可恢复/)).toBeTruthy();
});

test("unbinding asks first and says what it means", async () => {
  const unbind = vi.fn<(variables: unknown) => Record<string, unknown>>(() => ({
    unbindWechat: { __typename: "UnbindWechatPayload", binding: aBinding("NONE"), userErrors: [] },
  }));
  await open(withScene(aScene("OPEN"), { WechatBinding: { wechatBinding: aBinding("BOUND") }, UnbindWechat: unbind }));
  fireEvent.click(await screen.findByRole("button", { name: "解绑" }));
  expect(await screen.findByText(/微信不再收到通知/)).toBeTruthy();
  expect(unbind).not.toHaveBeenCalled();
  const [, confirm] = screen.getAllByRole("button", { name: "解绑" });
  if (!confirm) throw new Error("The dialog has no button");
  fireEvent.click(confirm);
  expect(await screen.findByRole("button", { name: "显示二维码" })).toBeTruthy();
});

test("who came from WeChat unbound is told why, and may go on to where they wanted", async () => {
  await open(withScene(aScene("OPEN")), { wechat: "unbound", to: "/o/o1" });
  expect(await screen.findByText(/这个微信还没有绑定账号/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "继续前往刚才的页面" }).getAttribute("href")).toBe("/o/o1");
});

test("an address elsewhere is never gone on to", async () => {
  await open(withScene(aScene("OPEN")), { wechat: "snapshot", to: "//evil.example" });
  expect(await screen.findByText(/快照页/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "继续前往刚才的页面" }).getAttribute("href")).toBe("/");
});

test("inside WeChat one press does what scanning does elsewhere", async () => {
  vi.spyOn(navigator, "userAgent", "get").mockReturnValue("Mozilla/5.0 (iPhone) MicroMessenger/8.0");
  await open(withScene(aScene("OPEN")));
  const here = await screen.findByRole("link", { name: "用当前微信绑定" });
  expect(here.getAttribute("href")).toBe("/wechat/oauth/start?purpose=bind&app=shop");
});

test("whatever the way in from WeChat came to is said in words, and a note nobody knows says nothing", async () => {
  const { unmount } = await open(withScene(aScene("OPEN")), { wechat: "failed" });
  expect(await screen.findByText(/微信没有告诉我们您是谁/)).toBeTruthy();
  unmount();
  await open(withScene(aScene("OPEN")), { wechat: "constructor" });
  expect(await screen.findByRole("button", { name: "显示二维码" })).toBeTruthy();
  expect(screen.queryByText(/constructor|function/)).toBeNull();
});
