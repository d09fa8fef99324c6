import { createHash } from "node:crypto";

/** What a page signs before it may use the JS-SDK; `url` as the browser shows it, without its fragment. */
export function signatureOfPage(ticket: string, nonceStr: string, timestamp: string, url: string): string {
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`;
  return createHash("sha1").update(text).digest("hex");
}
