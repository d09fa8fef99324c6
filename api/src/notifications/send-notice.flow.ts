import { linkUrl } from "../identity/link-url.js";
import { found } from "../kernel/refusal.js";
import { appOrigin } from "../platform/origin.js";
import type { Platform } from "../platform/platform.js";
import type { Letter } from "../platform/post.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { applicationById } from "../suppliers/application.store.js";
import {
  applicationRejected,
  applicationReturned,
  applicationSeal,
  applicationUrl,
  invitation,
  invitationSeal,
} from "../suppliers/letters.js";
import { sendTemplate } from "../wechat/account.client.js";
import { signInUrl } from "../wechat/addresses.js";
import { markUnreachable } from "../wechat/binding.store.js";
import { CardFault, fitCard, type RegisteredField } from "../wechat/template.js";
import { cardValues } from "./card.js";
import type { CardCode } from "./manner.js";
import { manners } from "./manners.js";
import { queueNext, type Reachable } from "./next-way.store.js";
import type { NoticeRow } from "./notice.store.js";
import { appOf, pathIn } from "./place.js";
import { allowedAt, type Consequence, outcomeOf, type SendReason, type SendVerdict, sendTable } from "./send.js";
import { channelIdOf, type NoticeSendRow, settleTry, stopChannel } from "./send.store.js";
import { mailFault, textOfFault } from "./send-fault.js";
import { sendSms } from "./sms.client.js";
import { addressOn, type Person, wanted } from "./way.js";
import { letterOf, shortMessageOf } from "./words.js";

interface ClaimedSend {
  readonly send: NoticeSendRow;
  readonly notice: NoticeRow;
}

interface People extends Reachable {
  readonly templates: ReadonlyMap<
    CardCode,
    { readonly templateId: string; readonly fields: readonly RegisteredField[] }
  >;
}

/** What is looked at just before a message leaves; `overtaken`: what it asks for has come to pass, or can't any more. */
export interface Looks {
  people(): Promise<People>;
  overtaken(): Promise<boolean>;
}

/** A message with what was found just before it leaves. */
interface Outgoing extends ClaimedSend {
  readonly people: People;
  readonly overtaken: boolean;
}

/** How one try ended. */
type Try =
  | { readonly taken: { readonly address: string; readonly providerId: string | null } }
  | { readonly withheld: SendReason }
  | { readonly postponed: number }
  | { readonly refused: SendVerdict; readonly error: string; readonly address: string };

/** A try, and how its reader could be reached; null when not even that could be found out. */
interface Ended {
  readonly tried: Try;
  readonly people: People | null;
}

/**
 * Tries to bring a leased message out and stores how that ended: taken, tried again later, or given up for the next way.
 * The channel is asked outside any transaction; a message whose process dies is tried again by its id. Returns what the
 * channel calls the message.
 */
export async function sendNotice(platform: Platform, claimed: ClaimedSend, looks: Looks): Promise<string | null> {
  const ended = await tryOnce(platform, claimed, looks);
  const alarm = await platform.work.run(SYSTEM, (tx) => settle(tx, claimed, ended));
  if (alarm !== null) platform.log.error({ sendId: claimed.send.id, alarm }, "A channel refuses what we send.");
  return "taken" in ended.tried ? ended.tried.taken.providerId : null;
}

/** Never throws: a fault of ours counts as a try, so that a message which always fails comes to its end. */
async function tryOnce(platform: Platform, claimed: ClaimedSend, looks: Looks): Promise<Ended> {
  const { send } = claimed;
  let people: People | null = null;
  try {
    people = await looks.people();
    const overtaken = await looks.overtaken();
    return { tried: await tryToSend(platform, { ...claimed, people, overtaken }), people };
  } catch (error) {
    platform.log.error({ err: error, sendId: send.id }, "A message could not be tried.");
    return { tried: { refused: "UNKNOWN", error: textOfFault(error), address: send.address }, people };
  }
}

async function tryToSend(platform: Platform, outgoing: Outgoing): Promise<Try> {
  const { send, notice, people, overtaken } = outgoing;
  const manner = manners[notice.kind];
  const person = people.persons.get(send.recipientId);
  if (overtaken) return { withheld: "OVERTAKEN" };
  // It was ready in the evening, and nobody was there to send it.
  const now = platform.clock.now();
  const allowed = allowedAt(manner, now);
  if (allowed > now) return { postponed: allowed };
  if (!person?.active) return { withheld: "NO_ADDRESS" };
  if (!wanted(person, manner, send.channel)) return { withheld: "SWITCHED_OFF" };
  if (send.channel === "WECHAT" && !people.house.wechat) return { withheld: "CHANNEL_STOPPED" };
  const address = addressOn(send.channel, person, manner, people.house);
  if (address === null) return { withheld: "NO_ADDRESS" };
  if (send.channel === "WECHAT") return sendCard(platform, outgoing, address);
  try {
    if (send.channel === "SMS") await sendSms(platform, address, shortMessageOf(notice.kind, notice.params));
    else
      await platform.post.deliver({
        ...(await letterFor(platform, notice, person)),
        to: address,
        id: channelIdOf(send),
      });
    return { taken: { address, providerId: null } };
  } catch (error) {
    return { ...mailFault(error), address };
  }
}

async function sendCard(platform: Platform, { send, notice, people }: Outgoing, openid: string): Promise<Try> {
  const { card } = manners[notice.kind];
  const template = card && people.templates.get(card.code);
  if (!card || !template) return { withheld: "NO_ADDRESS" };
  const values = cardValues(notice.params, card, notice.at);
  try {
    const app = appOf(notice.audience);
    const url = signInUrl(appOrigin(platform.config, app), app, pathIn(app, notice.path));
    const data = fitCard(card.code, template.fields, values);
    const told = await sendTemplate(platform, {
      openid,
      templateId: template.templateId,
      url,
      clientMsgId: channelIdOf(send),
      data,
    });
    if (told.ok) return { taken: { address: openid, providerId: told.msgid } };
    const error = [told.errcode, told.errmsg, told.rid && `rid: ${told.rid}`].filter((part) => part !== null).join(" ");
    const body = told.verdict === "PARAMETER" ? ` ${JSON.stringify(data)}` : "";
    return { refused: told.verdict, error: error + body, address: openid };
  } catch (error) {
    if (!(error instanceof CardFault)) throw error;
    return { refused: "PARAMETER", error: `${error.message} ${JSON.stringify(values)}`, address: openid };
  }
}

/** The letter of a notice; those that let somebody in carry a link that is worked out anew and stored nowhere. */
async function letterFor(platform: Platform, notice: NoticeRow, person: Person): Promise<Omit<Letter, "to">> {
  const { kind, params, recipientId } = notice;
  const app = appOf(notice.audience);
  const origin = appOrigin(platform.config, app);
  if (kind === "SUPPLIER_FOUNDED") {
    const token = platform.signer.sign(invitationSeal(recipientId, notice.at));
    return invitation(person.email, params.supplier ?? "", linkUrl(origin, "SUPPLIER", token));
  }
  if (kind === "APPLICATION_RETURNED" || kind === "APPLICATION_REJECTED") {
    const application = found(await applicationById(platform.database.read, recipientId));
    const reason = params.detail ?? "";
    const url = applicationUrl(origin, platform.signer.sign(applicationSeal(recipientId)));
    const returned = kind === "APPLICATION_RETURNED";
    return returned ? applicationReturned(application, reason, url) : applicationRejected(application, reason);
  }
  return letterOf(kind, params, `${origin}${pathIn(app, notice.path)}`);
}

/** Writes the end of a try, its consequences and the next way; returns what staff must be alarmed about. */
async function settle(tx: Tx, { send, notice }: ClaimedSend, { tried, people }: Ended): Promise<string | null> {
  const after = (verb: "SEND" | "FAIL" | "SUPPRESS") => sendTable.after(send.state, verb);
  if ("taken" in tried) {
    const clean = { verdict: null, error: null, reason: null, sentAt: tx.now };
    await settleTry(tx, send, { state: after("SEND"), ...tried.taken, ...clean });
    return null;
  }
  if ("withheld" in tried) {
    const reason = tried.withheld;
    const mine = await settleTry(tx, send, { state: after("SUPPRESS"), reason, doneAt: tx.now });
    if (mine && reason !== "OVERTAKEN") await queueNext(tx, send, notice, people);
    return null;
  }
  if ("postponed" in tried) {
    await settleTry(tx, send, { nextAt: tried.postponed, reason: "QUIET_HOURS", attempts: send.attempts - 1 });
    return null;
  }
  const { refused: verdict, error, address } = tried;
  const { attempts, channel } = send;
  const outcome = outcomeOf({ channel, verdict, attempts }, manners[notice.kind], tx.now);
  if ("again" in outcome) {
    await settleTry(tx, send, { address, verdict, error, nextAt: outcome.again, reason: outcome.reason });
    return null;
  }
  const failed = { state: after("FAIL"), address, verdict, error, reason: null, doneAt: tx.now };
  if (!(await settleTry(tx, send, failed))) return null;
  await queueNext(tx, send, notice, people);
  return draw(tx, outcome.consequence, send, { address, error });
}

/** What follows from a refusal for more than this one message. */
async function draw(
  tx: Tx,
  consequence: Consequence | null,
  { channel }: NoticeSendRow,
  { address, error }: { readonly address: string; readonly error: string },
): Promise<string | null> {
  if (consequence === "ADDRESS_INVALID") await markUnreachable(tx, address, "INVALID");
  if (consequence === "NOT_FOLLOWING") await markUnreachable(tx, address, "UNSUBSCRIBED");
  if (consequence === "CHANNEL_STOPS") await stopChannel(tx, channel, error);
  return consequence === "CHANNEL_STOPS" || consequence === "ALARM" ? error : null;
}
