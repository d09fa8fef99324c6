import { groupBy } from "../kernel/group.js";
import { type Fen, plus } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { lastSeqOf } from "../platform/facts.js";
import { countBids, openContents, openedBids, type SentBid } from "./bid.store.js";
import { inquiryStream } from "./facts.js";
import { awardsOf, type InquiryAwardRow, type InquiryRow } from "./inquiry.store.js";
import type { InquiryCounts } from "./inquiry-parts.graphql.js";
import { type InvitationRow, invitationsOf } from "./invitation.store.js";
import { type InquiryQuestionRow, questionsOf } from "./question.store.js";
import { shownInvitation } from "./seal.js";
import { compare, type Sheet, sold } from "./sheet.js";

const INVITATIONS = Symbol("invitations of inquiries");
const COUNTS = Symbol("bid counts of inquiries");
const OPENED = Symbol("opened bids of inquiries");
const QUESTIONS = Symbol("questions of inquiries");
const AWARDS = Symbol("awards of inquiries");
const STANDING = Symbol("standing totals of open competitions");
const SEQ = Symbol("last number of inquiries' streams");

/** Invitations of an inquiry; one statement for all that a request asks for, like every read below. */
export async function loadInvitations({ platform, loaders }: Context, inquiryId: string): Promise<InvitationRow[]> {
  const loader = loaders.byId(INVITATIONS, async (ids) =>
    groupBy(await invitationsOf(platform.database.read, ids), (row) => row.inquiryId),
  );
  return (await loader.load(inquiryId)) ?? [];
}

export async function loadCounts(context: Context, inquiry: InquiryRow): Promise<InquiryCounts> {
  const { platform, loaders } = context;
  const loader = loaders.byId(COUNTS, (ids) => countBids(platform.database.read, ids));
  const [invitations, bids] = await Promise.all([loadInvitations(context, inquiry.id), loader.load(inquiry.id)]);
  return {
    invited: invitations.length,
    viewed: invitations.filter(({ viewedAt }) => viewedAt !== null).length,
    // As staff are told of them: a count that fell would tell that who declined has bid.
    declined: invitations.filter((invitation) => shownInvitation(inquiry, invitation).state === "DECLINED").length,
    bids: bids ?? 0,
  };
}

/** The bids of an inquiry; none until they were opened. */
export async function loadOpenedBids({ platform, loaders }: Context, inquiryId: string): Promise<SentBid[]> {
  const loader = loaders.byId(OPENED, (ids) => openedBids(platform.database.read, ids));
  return (await loader.load(inquiryId)) ?? [];
}

/** The comparison of an inquiry; empty until bids were opened. */
export async function loadSheet(context: Context, inquiry: InquiryRow): Promise<Sheet> {
  const sent = await loadOpenedBids(context, inquiry.id);
  const bids = sent.map(({ bid, content }) => ({ ...bid, lines: content.lines }));
  return compare(inquiry.lines, bids, inquiry.terms);
}

/** What the standing bids of a competition that is not sealed come to for the customer, least first and without names. */
export async function loadStandingTotals(context: Context, inquiry: InquiryRow): Promise<Fen[]> {
  const { platform, loaders } = context;
  const loader = loaders.byId(STANDING, async (ids) =>
    groupBy(await openContents(platform.database.read, ids), (row) => row.inquiryId),
  );
  const contents = (await loader.load(inquiry.id)) ?? [];
  return contents
    .map(({ lines }) => plus(...lines.map((line) => sold(line, inquiry.terms).amount)))
    .sort((a, b) => a - b);
}

export async function loadQuestions({ platform, loaders }: Context, inquiryId: string): Promise<InquiryQuestionRow[]> {
  const loader = loaders.byId(QUESTIONS, async (ids) =>
    groupBy(await questionsOf(platform.database.read, ids), (row) => row.inquiryId),
  );
  return (await loader.load(inquiryId)) ?? [];
}

export async function loadAwards({ platform, loaders }: Context, inquiryId: string): Promise<InquiryAwardRow[]> {
  const loader = loaders.byId(AWARDS, async (ids) =>
    groupBy(await awardsOf(platform.database.read, ids), (row) => row.inquiryId),
  );
  return (await loader.load(inquiryId)) ?? [];
}

export async function loadInquirySeq({ platform, loaders }: Context, inquiryId: string): Promise<number> {
  const loader = loaders.byId(SEQ, async (ids) => {
    const last = await lastSeqOf(platform.database.read, ids.map(inquiryStream));
    return new Map([...last].map(([stream, seq]) => [stream.slice("inquiry:".length), seq]));
  });
  return (await loader.load(inquiryId)) ?? 0;
}
