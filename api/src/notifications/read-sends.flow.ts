import { accountsById } from "../identity/identity.store.js";
import type { Page, PageRequest } from "../kernel/page.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import type { NoticeChannel, NoticeKind, NoticeParams } from "./notice.js";
import { noticesById } from "./notice.store.js";
import type { SendState } from "./send.js";
import { type NoticeSendRow, pageOfSends, sendById } from "./send.store.js";

/** A message as staff see it: with whom it is for and what it tells. */
export interface SendView extends NoticeSendRow {
  readonly noticeKind: NoticeKind;
  /** Null for an applicant, who has no account yet. */
  readonly recipient: string | null;
  readonly params: NoticeParams;
}

/** A page of messages, newest first, in three statements. */
export async function readSends(
  platform: Platform,
  viewer: Viewer,
  filter: { readonly state?: SendState | null; readonly channel?: NoticeChannel | null },
  request: PageRequest,
): Promise<Page<SendView>> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  const page = await pageOfSends(platform.database.read, filter, request);
  return { ...page, rows: await viewsOf(platform, page.rows) };
}

/** One message; null when there is none. */
export async function readSend(platform: Platform, viewer: Viewer, id: string): Promise<SendView | null> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  const send = await sendById(platform.database.read, id);
  return send ? ((await viewsOf(platform, [send]))[0] ?? null) : null;
}

async function viewsOf(platform: Platform, sends: readonly NoticeSendRow[]): Promise<SendView[]> {
  const { read } = platform.database;
  if (sends.length === 0) return [];
  const notices = await noticesById(read, [...new Set(sends.map(({ noticeId }) => noticeId))]);
  const accounts = await accountsById(read, [...new Set(sends.map(({ recipientId }) => recipientId))]);
  return sends.flatMap((send) => {
    const notice = notices.get(send.noticeId);
    const recipient = accounts.get(send.recipientId)?.displayName ?? null;
    return notice ? [{ ...send, noticeKind: notice.kind, recipient, params: notice.params }] : [];
  });
}
