import type { Errands, Listener } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { type ClaimedSend, claimSends } from "./claim-sends.flow.js";
import { isOvertaken } from "./is-overtaken.flow.js";
import { type NoticeChannel, noticeChannels } from "./notice.js";
import { NoticeSendRow } from "./notices.table.js";
import { Pace, SENDS_PER_SECOND } from "./pace.worker.js";
import { readHearers } from "./read-hearers.flow.js";
import { readPeople } from "./read-people.flow.js";
import { readSubject } from "./read-subject.flow.js";
import { toldKinds } from "./routes.js";
import { receiptOf } from "./send.store.js";
import { sendFinished } from "./send-finished.flow.js";
import { sendNotice } from "./send-notice.flow.js";
import { tellPeople } from "./tell-people.flow.js";

/** How many messages a channel brings out at once. */
const AT_ONCE = 16;

/** Turns facts into notices, in a lane of its own: dispatch never waits for it. */
export function noticeListeners(platform: () => Platform): Listener[] {
  return [
    {
      name: "notifications.route",
      kinds: toldKinds,
      lane: "notices",
      async hear(fact) {
        const subject = await readSubject(platform(), fact);
        const hearers = await readHearers(platform(), fact, subject);
        const ids = [...new Set([...hearers.values()].flat())];
        const people = await readPeople(platform(), ids, [...hearers.keys()]);
        await tellPeople(platform(), { fact, subject, hearers, people });
      },
    },
  ];
}

/** Brings messages to the channels outside, each with places of its own: one that hangs holds its own messages alone. */
export function noticeErrands(platform: () => Platform): Errands[] {
  return noticeChannels.map((channel) => errandsOf(platform, channel));
}

function errandsOf(platform: () => Platform, channel: NoticeChannel): Errands {
  const pace = new Pace(SENDS_PER_SECOND);
  return {
    width: AT_ONCE,
    wokenBy: [NoticeSendRow],
    async claim(most) {
      const claimed = await claimSends(platform(), channel, most);
      return claimed.map((one) => async () => {
        await pace.turn();
        await bringOut(platform(), one);
      });
    },
  };
}

async function bringOut(platform: Platform, claimed: ClaimedSend): Promise<void> {
  const providerId = await sendNotice(platform, claimed, {
    people: () => readPeople(platform, [claimed.send.recipientId], [claimed.notice.kind]),
    overtaken: () => isOvertaken(platform, claimed.notice),
  });
  if (providerId === null) return;
  const status = await receiptOf(platform.database.read, providerId);
  if (status !== null) await sendFinished(platform, { msgid: providerId, status });
}
