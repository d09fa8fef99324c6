import { describe, expect, it } from "vitest";
import { authorizeUrl, OAUTH_LIFE_MS, type OauthState, packState, unpackState } from "./oauth-state.js";

const NOW = 1_700_000_000_000;
const question: OauthState = {
  state: "0123456789abcdef0123456789abcdef",
  purpose: "bind",
  audience: "CUSTOMER",
  to: "/me/wechat",
  again: false,
  until: NOW + OAUTH_LIFE_MS,
};

describe("a question to WeChat", () => {
  it("is answered by its own state, in time", () => {
    const packed = packState(question);
    expect(unpackState(packed, question.state, NOW)).toEqual(question);
    expect(unpackState(packed, question.state.replace("0", "1"), NOW)).toBeNull();
    expect(unpackState(packed, "", NOW)).toBeNull();
    expect(unpackState(packed, question.state, question.until)).toBeNull();
  });

  it("asks with the parameters in WeChat's order, the address encoded and the fragment last", () => {
    const ask = { openBase: "https://open.weixin.qq.com", appid: "wx1", state: "abc" };
    expect(authorizeUrl({ ...ask, redirectUri: "https://shop.example/wechat/oauth/callback" })).toBe(
      "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&redirect_uri=https%3A%2F%2Fshop.example%2Fwechat%2Foauth%2Fcallback&response_type=code&scope=snsapi_base&state=abc#wechat_redirect",
    );
  });
});
