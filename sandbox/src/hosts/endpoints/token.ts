import { WechatError } from "../../account/errors.js";
import type { Issued } from "../../account/tokens.js";
import { type Endpoint, jsonOf, ok } from "./all.js";

interface StableWish {
  grant_type: unknown;
  appid: unknown;
  secret: unknown;
  force_refresh: unknown;
}

const told = ({ token, expiresIn }: Issued): string => JSON.stringify({ access_token: token, expires_in: expiresIn });
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

function checkGrant(grant: unknown): void {
  if (grant !== "client_credential") throw new WechatError(40002);
}

export const tokenEndpoints: Readonly<Record<string, Endpoint>> = {
  "/cgi-bin/token": {
    method: "ANY",
    perDay: 2_000,
    open: true,
    answer: (world, { query }) => {
      checkGrant(query.get("grant_type"));
      world.oauth.checkApp(query.get("appid"), query.get("secret"));
      return told(world.tokens.issue());
    },
  },
  "/cgi-bin/stable_token": {
    method: "POST",
    perDay: 500_000,
    open: true,
    answer: (world, call) => {
      const wish = jsonOf<StableWish>(call);
      checkGrant(wish.grant_type);
      world.oauth.checkApp(text(wish.appid), text(wish.secret));
      return told(world.tokens.stable(wish.force_refresh === true));
    },
  },
  "/cgi-bin/ticket/getticket": {
    method: "GET",
    perDay: 1_000_000,
    answer: (world, { query }) => {
      if (query.get("type") !== "jsapi") throw new WechatError(40097);
      const { token, expiresIn } = world.tokens.ticket();
      return ok({ ticket: token, expires_in: expiresIn });
    },
  },
};
