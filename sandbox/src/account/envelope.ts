import { randomBytes, randomInt } from "node:crypto";
import type { PushFault } from "../kernel/faults.js";
import type { Mode } from "../settings.js";
import { letters } from "./account.js";
import { seal, signatureOf } from "./crypto.js";
import { cdata } from "./xml.js";

const AN_HOUR = 3_600;
const HUGE = 128 * 1_024;
const DOCTYPE = '<!DOCTYPE xml [<!ENTITY who "me">]>';

/** What a push is signed and sealed with. */
export interface Seals {
  readonly mode: Mode;
  readonly token: string;
  readonly appid: string;
  readonly aesKey: string;
  readonly account: string;
}

/** Everything one delivery needs: the address with its signatures, and the body. */
export interface Letter {
  readonly url: string;
  readonly body: string;
}

/** Signs and seals one delivery of a push, with a fresh timestamp and nonce; `fault` spoils it on purpose. */
export function letterOf(
  callback: string,
  seals: Seals,
  push: { readonly xml: string; readonly openid: string; readonly atSeconds: number },
  fault: PushFault | null,
): Letter {
  const timestamp = String(push.atSeconds - (fault === "oldTimestamp" ? AN_HOUR : 0));
  const nonce = String(randomInt(100_000_000, 2_000_000_000));
  const url = new URL(callback);
  const spoil = (signature: string): string => (fault === "badSignature" ? spoiled(signature) : signature);
  url.searchParams.set("signature", spoil(signatureOf(seals.token, timestamp, nonce)));
  url.searchParams.set("timestamp", timestamp);
  url.searchParams.set("nonce", nonce);
  url.searchParams.set("openid", push.openid);
  const xml = spoiledXml(push.xml, seals, fault);
  if (seals.mode === "plain") return { url: url.href, body: xml };
  const appid = fault === "foreignAppid" ? "wx0000000000000000" : seals.appid;
  const sealed = seal(seals.aesKey, appid, xml, randomBytes(16));
  url.searchParams.set("encrypt_type", "aes");
  url.searchParams.set("msg_signature", spoil(signatureOf(seals.token, timestamp, nonce, sealed)));
  return { url: url.href, body: `${fault === "doctype" ? DOCTYPE : ""}${wireOf(seals, xml, sealed)}` };
}

/** The address of the check that a callback is ours: GET with an echostr to be sent back. */
export function verificationOf(callback: string, token: string, atSeconds: number): { url: string; echostr: string } {
  const url = new URL(callback);
  const [timestamp, nonce, echostr] = [String(atSeconds), String(randomInt(100_000_000, 2_000_000_000)), letters(19)];
  url.searchParams.set("signature", signatureOf(token, timestamp, nonce));
  url.searchParams.set("timestamp", timestamp);
  url.searchParams.set("nonce", nonce);
  url.searchParams.set("echostr", echostr);
  return { url: url.href, echostr };
}

function wireOf(seals: Seals, xml: string, sealed: string): string {
  if (seals.mode === "compat") return xml.replace("</xml>", `${cdata("Encrypt", sealed)}</xml>`);
  return `<xml>${cdata("ToUserName", seals.account)}${cdata("Encrypt", sealed)}</xml>`;
}

function spoiledXml(xml: string, seals: Seals, fault: PushFault | null): string {
  if (fault === "hugeBody") return xml.replace("</xml>", `${cdata("Padding", "x".repeat(HUGE))}</xml>`);
  if (fault === "doctype") return `${DOCTYPE}${xml}`;
  if (fault === "foreignAppid") return xml.replace(seals.account, "gh_000000000000");
  return xml;
}

function spoiled(signature: string): string {
  return `${signature.slice(0, -1)}${signature.endsWith("0") ? "1" : "0"}`;
}
