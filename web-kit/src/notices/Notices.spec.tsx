import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { type Answers, renderInApp } from "../testing/renderInApp";
import { customerNotices } from "../vocabulary/customer-notices";
import { Bell } from "./Bell";
import { Notices } from "./Notices";

const inbox = (unread: number, seq = 1) => ({ __typename: "Inbox", unread, seq });

const aNotice = (over: object) => ({
  __typename: "Notice",
  id: "n1",
  kind: "PROGRESS_APPROVED",
  topic: "PROGRESS",
  path: "/o/o1?focus=ticket:t1",
  no: "SO20261120001",
  title: null,
  item: "水电改造",
  amount: null,
  detail: null,
  supplier: null,
  count: null,
  until: null,
  at: new Date().toISOString(),
  readAt: null,
  ...over,
});

const answers = (notices: object[], more: Answers = {}): Answers => ({
  Inbox: { inbox: inbox(notices.length) },
  InboxChanged: { inboxChanged: inbox(notices.length) },
  Notices: {
    notices: {
      __typename: "NoticeConnection",
      edges: notices.map((node) => ({ __typename: "NoticeEdge", node })),
      pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    },
  },
  ...more,
});

const page = (unreadOnly = false) => (
  <>
    <Bell />
    <Notices words={customerNotices} unreadOnly={unreadOnly} onUnreadOnly={() => {}} />
  </>
);

test("the bell says how many are unread, and no more than 99 in its badge", async () => {
  await renderInApp(<Bell />, {
    answers: { ...answers([]), Inbox: { inbox: inbox(128) }, InboxChanged: { inboxChanged: inbox(128) } },
  });
  const bell = await screen.findByRole("link", { name: "通知，128 条未读" });
  expect(bell.textContent).toBe("99+");
});

test("a notice says what happened to what, and leads to exactly that", async () => {
  await renderInApp(page(), { answers: answers([aNotice({ detail: "墙面开槽完成" })]) });
  const today = await screen.findByRole("region", { name: "今天" });
  const link = within(today).getByRole("link");
  expect(link.textContent).toContain("服务有新进度");
  expect(link.textContent).toContain("未读");
  expect(link.textContent).toContain("水电改造");
  expect(link.textContent).toContain("墙面开槽完成");
  expect(link.getAttribute("href")).toBe("/o/o1?focus=ticket:t1");
});

test("opening a notice marks it read, and only that one", async () => {
  const mark = vi.fn<(variables: unknown) => Record<string, unknown>>(() => ({
    markNoticesRead: { __typename: "MarkNoticesReadPayload", inbox: inbox(1, 2), userErrors: [] },
  }));
  await renderInApp(page(), { answers: answers([aNotice({}), aNotice({ id: "n2" })], { MarkNoticesRead: mark }) });
  const [first] = await screen.findAllByRole("link", { name: /服务有新进度/ });
  if (!first) throw new Error("No notice is shown");
  fireEvent.click(first);
  await waitFor(() => expect(screen.getAllByTitle("未读")).toHaveLength(1));
  expect(mark).toHaveBeenCalledWith({ input: { noticeIds: ["n1"] } });
});

test("a notice that could not be marked is unread again", async () => {
  await renderInApp(page(), { answers: answers([aNotice({})], { MarkNoticesRead: new Error("lost") }) });
  fireEvent.click(await screen.findByRole("link", { name: /服务有新进度/ }));
  await screen.findByText(/网络连接失败/);
  expect(screen.getByTitle("未读")).toBeTruthy();
});

test("an empty list says what belongs here, and a filtered one that nothing is unread", async () => {
  const { unmount } = await renderInApp(page(), { answers: answers([]) });
  expect(await screen.findByText("还没有通知。")).toBeTruthy();
  unmount();
  await renderInApp(page(true), { answers: answers([]) });
  expect(await screen.findByText("没有未读的通知。")).toBeTruthy();
});
