import type { SendVerdict } from "../notifications/send.js";

/** What an answer of WeChat asks us to do. */
export type Verdict = Exclude<SendVerdict, "ADDRESS">;

/** The codes by what they ask for; everything else is UNKNOWN. */
const codes: Readonly<Record<Exclude<Verdict, "UNKNOWN">, readonly number[]>> = {
  BUSY: [-1],
  TOKEN: [40001, 40014, 42001],
  // Wrong appid or secret, missing parameters of ours, API not granted, banned, address not on the white list.
  CONFIGURATION: [40013, 40125, 41001, 41002, 41003, 41004, 41005, 41006, 41008, 48001, 48004, 40164],
  UNKNOWN_OPENID: [40003],
  NOT_FOLLOWER: [43004, 50005],
  BLOCKED: [43019, 48002],
  NO_QUOTA: [43101],
  PARAMETER: [40036, 40037, 47001, 47003],
  DAILY_QUOTA: [45009],
  TOO_FAST: [45011],
  WINDOW_OVER: [45015, 45047],
  OAUTH_CODE: [40029, 40163, 42003],
};

const byCode = new Map(
  Object.entries(codes).flatMap(([verdict, list]) => list.map((code) => [code, verdict as Verdict] as const)),
);

/** What an `errcode` other than 0 asks us to do. */
export function verdictOf(errcode: number): Verdict {
  return byCode.get(errcode) ?? "UNKNOWN";
}

/** What became of a card, by the `Status` of TEMPLATESENDJOBFINISH, which comes with and without a space. */
export function verdictOfStatus(status: string): "DELIVERED" | Verdict {
  const said = status.toLowerCase().replaceAll(/\s+/g, " ").trim();
  if (said === "success") return "DELIVERED";
  if (/^failed: ?user block$/.test(said)) return "BLOCKED";
  if (/^failed: ?system failed$/.test(said)) return "BUSY";
  if (/^failed: ?freq limit$/.test(said)) return "TOO_FAST";
  return "UNKNOWN";
}
