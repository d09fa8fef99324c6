import { cdata, plain } from "./xml.js";

/** From whom to whom, and when in seconds. */
export interface Envelope {
  readonly account: string;
  readonly openid: string;
  readonly at: number;
}

function message(envelope: Envelope, type: string, rest: string): string {
  return [
    "<xml>",
    cdata("ToUserName", envelope.account),
    cdata("FromUserName", envelope.openid),
    plain("CreateTime", envelope.at),
    cdata("MsgType", type),
    rest,
    "</xml>",
  ].join("");
}

const event = (envelope: Envelope, name: string, rest = ""): string =>
  message(envelope, "event", cdata("Event", name) + rest);

export const textXml = (envelope: Envelope, msgid: string, text: string): string =>
  message(envelope, "text", cdata("Content", text) + plain("MsgId", msgid));

export const imageXml = (envelope: Envelope, msgid: string, picUrl: string, mediaId: string): string =>
  message(envelope, "image", cdata("PicUrl", picUrl) + cdata("MediaId", mediaId) + plain("MsgId", msgid));

/** Where a person is: latitude, longitude and its name. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly label: string;
}

export const locationXml = (envelope: Envelope, msgid: string, place: Place): string =>
  message(
    envelope,
    "location",
    [
      plain("Location_X", place.latitude.toFixed(6)),
      plain("Location_Y", place.longitude.toFixed(6)),
      plain("Scale", 16),
      cdata("Label", place.label),
      plain("MsgId", msgid),
    ].join(""),
  );

/** A follow; through a scene QR the key has a prefix that a follower's scan has not. */
export const subscribeXml = (envelope: Envelope, scan: { scene: string; ticket: string } | null): string =>
  event(
    envelope,
    "subscribe",
    scan ? cdata("EventKey", `qrscene_${scan.scene}`) + cdata("Ticket", scan.ticket) : cdata("EventKey", ""),
  );

export const unsubscribeXml = (envelope: Envelope): string => event(envelope, "unsubscribe", cdata("EventKey", ""));

export const scanXml = (envelope: Envelope, scan: { scene: string; ticket: string }): string =>
  event(envelope, "SCAN", cdata("EventKey", scan.scene) + cdata("Ticket", scan.ticket));

export const clickXml = (envelope: Envelope, key: string): string => event(envelope, "CLICK", cdata("EventKey", key));

export const viewXml = (envelope: Envelope, url: string): string =>
  event(envelope, "VIEW", cdata("EventKey", url) + plain("MenuId", 411_000_001));

export const scancodeXml = (envelope: Envelope, type: string, key: string, text: string): string =>
  event(
    envelope,
    type,
    `${cdata("EventKey", key)}<ScanCodeInfo>${cdata("ScanType", "qrcode")}${cdata("ScanResult", text)}</ScanCodeInfo>`,
  );

/** The end of a template message: the number is MsgID here and MsgId in messages. */
export const jobFinishXml = (envelope: Envelope, msgid: string, status: string): string =>
  event(envelope, "TEMPLATESENDJOBFINISH", plain("MsgID", msgid) + cdata("Status", status));

/** A person's answer to an open tag that asks for subscription notices. */
export const popupXml = (envelope: Envelope, templateId: string, accepts: boolean): string =>
  event(
    envelope,
    "subscribe_msg_popup_event",
    `<SubscribeMsgPopupEvent><List>${cdata("TemplateId", templateId)}${cdata(
      "SubscribeStatusString",
      accepts ? "accept" : "reject",
    )}${plain("PopupScene", 0)}</List></SubscribeMsgPopupEvent>`,
  );

/** Who tells of withdrawals: a service of WeChat's own. The person it is about stands in OpenID. */
const CONSENT_SERVICE = "oPlatformPushService";

/** The person took back what they had allowed, or closed their WeChat account; their information is to be deleted. */
export function withdrawalXml(envelope: Envelope, appid: string, closed: boolean): string {
  const named = cdata("OpenID", envelope.openid) + cdata("AppID", appid);
  const from = { ...envelope, openid: CONSENT_SERVICE };
  return closed
    ? event(from, "user_authorization_cancellation", named)
    : event(from, "user_authorization_revoke", named + cdata("RevokeInfo", "1"));
}
