import { WechatError } from "../../account/errors.js";
import type { Grant } from "../../account/oauth.js";
import { type Endpoint, ok } from "./all.js";

const perDay = 1_000_000;

function told(grant: Grant): string {
  return JSON.stringify({
    access_token: grant.accessToken,
    expires_in: 7_200,
    refresh_token: grant.refreshToken,
    openid: grant.openid,
    scope: grant.scope,
    ...(grant.snapshot ? { is_snapshotuser: 1 } : {}),
  });
}

/** Web OAuth. Its access_token is one of its own and good for nothing under /cgi-bin. */
export const snsEndpoints: Readonly<Record<string, Endpoint>> = {
  "/sns/oauth2/access_token": {
    method: "ANY",
    perDay,
    open: true,
    answer: (world, { query }) => {
      if (query.get("grant_type") !== "authorization_code") throw new WechatError(40002);
      const [appid, secret, code] = [query.get("appid"), query.get("secret"), query.get("code")];
      return told(world.oauth.exchange({ appid, secret, code }));
    },
  },
  "/sns/oauth2/refresh_token": {
    method: "ANY",
    perDay,
    open: true,
    answer: (world, { query }) => {
      if (query.get("grant_type") !== "refresh_token") throw new WechatError(40002);
      return told(world.oauth.refresh(query.get("appid"), query.get("refresh_token")));
    },
  },
  "/sns/userinfo": {
    method: "GET",
    perDay,
    open: true,
    answer: (world, { query }) => {
      const { phone, grant } = world.oauth.holder(query.get("access_token"), query.get("openid"));
      if (grant.scope !== "snsapi_userinfo") throw new WechatError(48001);
      const nobody = { sex: 0, language: "", city: "", province: "", country: "", headimgurl: "", privilege: [] };
      return JSON.stringify({ openid: grant.openid, nickname: phone.name, ...nobody });
    },
  },
  "/sns/auth": {
    method: "GET",
    perDay,
    open: true,
    answer: (world, { query }) => {
      world.oauth.holder(query.get("access_token"), query.get("openid"));
      return ok();
    },
  },
};
