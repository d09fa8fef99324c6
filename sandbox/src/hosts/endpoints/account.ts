import { WechatError } from "../../account/errors.js";
import type { Phone } from "../../account/phones.js";
import type { SceneWish } from "../../account/scenes.js";
import type { World } from "../../world.js";
import { type Call, type Endpoint, endpoints, jsonOf, ok } from "./all.js";

const FOLLOWERS_PER_PAGE = 10_000;
const addresses = (): string => JSON.stringify({ ip_list: ["127.0.0.1"] });

/** QR codes, the menu, followers and what is left of quotas. */
export const accountEndpoints: Readonly<Record<string, Endpoint>> = {
  "/cgi-bin/qrcode/create": {
    method: "POST",
    perDay: 100_000,
    answer: (world, call) => {
      const { scene, expireSeconds } = world.scenes.create(jsonOf<SceneWish>(call));
      const expiry = expireSeconds === null ? {} : { expire_seconds: expireSeconds };
      return JSON.stringify({ ticket: scene.ticket, ...expiry, url: scene.url });
    },
  },
  "/cgi-bin/menu/create": {
    method: "POST",
    perDay: 1_000,
    answer: (world, call) => {
      world.menus.create(jsonOf(call));
      world.events.tell({ phone: null, type: "state" });
      return ok();
    },
  },
  "/cgi-bin/menu/get": {
    method: "GET",
    perDay: 10_000,
    answer: (world) => {
      const menu = world.menus.get();
      if (!menu) throw new WechatError(46003);
      const button = menu.button.map((one) => ({ ...one, sub_button: one.sub_button ?? [] }));
      return JSON.stringify({ menu: { button } });
    },
  },
  "/cgi-bin/menu/delete": {
    method: "GET",
    perDay: 1_000,
    answer: (world) => {
      world.menus.remove();
      world.events.tell({ phone: null, type: "state" });
      return ok();
    },
  },
  "/cgi-bin/user/info": { method: "GET", perDay: 5_000_000, answer: userInfo },
  "/cgi-bin/user/get": { method: "GET", perDay: 500, answer: followers },
  "/cgi-bin/get_api_domain_ip": { method: "GET", perDay: 10_000, answer: addresses },
  "/cgi-bin/getcallbackip": { method: "GET", perDay: 10_000, answer: addresses },
  "/cgi-bin/clear_quota": {
    method: "POST",
    perDay: 1_000_000,
    answer: (world, call) => {
      if (jsonOf<{ appid: unknown }>(call).appid !== world.account.appid) throw new WechatError(40013);
      world.quotas.clear();
      return ok();
    },
  },
  "/cgi-bin/openapi/quota/get": {
    method: "POST",
    perDay: 1_000_000,
    answer: (world, call) => {
      const path = String(jsonOf<{ cgi_path: unknown }>(call).cgi_path);
      const endpoint = endpoints[path];
      if (!endpoint) throw new WechatError(76021);
      const used = world.quotas.usedToday(path);
      return ok({ quota: { daily_limit: endpoint.perDay, used, remain: endpoint.perDay - used } });
    },
  },
};

/** No name and no picture: WeChat tells neither since 2021. */
function userInfo(world: World, { query }: Call): string {
  const phone = world.phones.byOpenid(query.get("openid"));
  if (!phone) throw new WechatError(40003);
  return JSON.stringify(phone.followedAt === null ? stranger(phone) : follower(phone, phone.followedAt));
}

function stranger(phone: Phone): object {
  return { subscribe: 0, openid: phone.openid, tagid_list: [] };
}

function follower(phone: Phone, followedAt: number): object {
  return {
    subscribe: 1,
    openid: phone.openid,
    nickname: "",
    sex: 0,
    language: "zh_CN",
    city: "",
    province: "",
    country: "",
    headimgurl: "",
    subscribe_time: Math.floor(followedAt / 1_000),
    remark: "",
    groupid: 0,
    tagid_list: [],
    subscribe_scene: phone.subscribeScene,
    qr_scene: /^\d+$/.test(phone.qrScene ?? "") ? Number(phone.qrScene) : 0,
    qr_scene_str: phone.qrScene ?? "",
  };
}

function followers(world: World, { query }: Call): string {
  const all = world.phones.followers().map((phone) => phone.openid);
  const after = query.get("next_openid");
  if (after && !all.includes(after)) throw new WechatError(40003);
  const page = all.slice(after ? all.indexOf(after) + 1 : 0).slice(0, FOLLOWERS_PER_PAGE);
  return JSON.stringify({
    total: all.length,
    count: page.length,
    ...(page.length > 0 ? { data: { openid: page } } : {}),
    next_openid: page.at(-1) ?? "",
  });
}
