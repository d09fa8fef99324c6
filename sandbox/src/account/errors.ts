/** Codes as Tencent documents them, with the words its servers send. */
const errmsgs = {
  "-1": "system error",
  40001:
    "invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r",
  40002: "invalid grant_type",
  40003: "invalid openid",
  40008: "invalid message type",
  40013: "invalid appid",
  40014: "invalid access_token",
  40016: "invalid button size",
  40017: "invalid button type",
  40018: "invalid button name size",
  40019: "invalid button key size",
  40020: "invalid button url size",
  40022: "invalid sub button level",
  40023: "invalid sub button size",
  40024: "invalid sub button type",
  40025: "invalid sub button name size",
  40026: "invalid sub button key size",
  40027: "invalid sub button url size",
  40029: "invalid code",
  40030: "invalid refresh_token",
  40035: "invalid parameter",
  40037: "invalid template_id",
  40052: "invalid action name",
  40053: "invalid action info",
  40054: "invalid sub button url domain",
  40055: "invalid button url domain",
  40066: "invalid url",
  40097: "invalid args",
  40125: "invalid appsecret",
  40163: "code been used",
  40164: "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist",
  41001: "access_token missing",
  41002: "appid missing",
  41003: "refresh_token missing",
  41004: "appsecret missing",
  41008: "missing code",
  41009: "missing openid",
  42001: "access_token expired",
  42002: "refresh_token expired",
  42003: "oauth_code expired",
  43001: "require GET method",
  43002: "require POST method",
  43004: "require subscribe",
  43101: "user refuse to accept the msg",
  44002: "empty post data",
  44004: "empty content",
  45002: "content size out of limit",
  45009: "reach max api daily quota limit",
  45011: "api minute-quota reach limit, must slower, retry next minute",
  45015: "response out of time limit or subscription is canceled",
  45026: "template num exceeds limit",
  45029: "qrcode count out of limit",
  45047: "out of response count limit",
  46003: "menu no exist",
  47001: "data format error",
  47003: "argument invalid!",
  48001: "api unauthorized",
  48006: "forbid to clear quota because of reaching the limit",
  76021: "cgi_path not found, please check",
} as const;

export type Errcode = keyof typeof errmsgs extends infer Key ? (Key extends "-1" ? -1 : Key) : never;

/** What a call is refused with; HTTP stays 200. `detail` follows the words, as in `argument invalid! data.thing1.value invalid`. */
export class WechatError extends Error {
  constructor(
    readonly errcode: Errcode,
    detail?: string,
  ) {
    const words = errmsgs[errcode === -1 ? "-1" : errcode];
    super(detail ? `${words} ${detail}` : words);
  }
}
