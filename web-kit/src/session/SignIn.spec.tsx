import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { type Answers, renderInApp } from "../testing/renderInApp";
import { SignIn } from "./SignIn";
import { safeNext } from "./useSession";

const setting = {
  __typename: "Setting",
  demo: true,
  testChannel: true,
  wechat: false,
  phoneUrl: null,
  demoAccounts: [
    {
      __typename: "DemoAccount",
      app: "SHOP",
      role: "客户",
      login: "li@kaidan.test",
      password: "pw",
      displayName: "李女士",
    },
    {
      __typename: "DemoAccount",
      app: "ADMIN",
      role: "管理员",
      login: "he@kaidan.test",
      password: "pw",
      displayName: "何总",
    },
  ],
  bankAccount: { __typename: "BankAccount", name: "开单", bank: "银行", number: "1" },
  regions: [],
};

const refusing: Answers = {
  Setting: { setting },
  SignIn: {
    signIn: {
      __typename: "SignInPayload",
      me: null,
      userErrors: [{ __typename: "UserError", code: "SIGN_IN_FAILED", field: null, message: "wrong" }],
    },
  },
};

describe("SignIn", () => {
  it("tells in words why it refuses and keeps what was typed", async () => {
    await renderInApp(<SignIn title="登录" />, { answers: refusing });
    await userEvent.type(screen.getByLabelText("账号（邮箱）"), "li@kaidan.test");
    await userEvent.type(screen.getByLabelText("密码"), "wrong");
    await userEvent.click(screen.getByRole("button", { name: "登录" }));
    expect(await screen.findByText("账号或密码不正确。")).toBeTruthy();
    expect(screen.getByLabelText("账号（邮箱）")).toHaveProperty("value", "li@kaidan.test");
  });

  it("says at the field what is missing, without asking the server", async () => {
    await renderInApp(<SignIn title="登录" />, { answers: { Setting: { setting } } });
    await userEvent.click(screen.getByRole("button", { name: "登录" }));
    expect(await screen.findAllByText("请填写这一项。")).toHaveLength(2);
  });

  it("keeps the form and says so when the network is away", async () => {
    await renderInApp(<SignIn title="登录" />, { answers: { ...refusing, SignIn: new TypeError("fetch failed") } });
    await userEvent.click(await screen.findByRole("button", { name: /李女士/ }));
    expect(await screen.findByText("网络连接失败，内容已保留，请稍后再试。")).toBeTruthy();
  });

  it("offers the demo accounts of this app only", async () => {
    await renderInApp(<SignIn title="登录" />, { answers: refusing });
    expect(await screen.findByRole("button", { name: /李女士/ })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /何总/ })).toBeNull();
  });
});

describe("safeNext", () => {
  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", undefined])(
    "does not follow %s",
    (next) => {
      expect(safeNext(next)).toBe("/");
    },
  );

  it("follows a path of this origin", () => {
    expect(safeNext("/orders?state=PAID")).toBe("/orders?state=PAID");
  });
});
