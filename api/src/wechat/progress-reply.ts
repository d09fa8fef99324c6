import type { TimelineEntry } from "../orders/timeline.js";
import { stepWords, timelineWords } from "../orders/told-words.js";
import { shortText } from "./beijing.js";
import { deadlineOf, type ListedOrder, reached, stageOf, stages, stepOf, type ToldOrder } from "./order-told.js";
import type { Line, Saying } from "./saying.js";
import { plain } from "./text.js";

/** How many a list shows, and so how many numbers can be answered. */
export const LIST_MAX = 5;

/** "【空调清洗】" as a line begins with it. */
export const titled = (order: Pick<ListedOrder, "productTitle">): string => `【${plain(order.productTitle, 30)}】`;
/** The part of a number that people say. */
export const tailOf = (no: string): string => no.slice(-6);

/** One order in full: where it stands, the way there, what happened last, until when, and the way to its page. */
export function orderSaying(
  order: ToldOrder,
  entries: readonly TimelineEntry[],
  offerEnds: number | null,
  now: number,
): Saying {
  const { code } = stepOf(order);
  const head = `${titled(order)}${order.no}`;
  const link: Line = {
    text: "",
    link: { label: "查看详情", audience: "CUSTOMER", path: `/o/${order.id}`, accountId: order.customerId },
  };
  const latest = latestLine(entries);
  if (code === "CANCELLED") return { lines: [head, `当前进度：${stepWords[code]}`, ...latest], foot: [link] };
  const stage = stageOf(order);
  const place = Math.min(stage + 1, stages.length);
  const lines = [
    head,
    `当前进度：${stepWords[code]}（${place}/${stages.length}）`,
    ...stageLines(order, stage, entries),
    ...latest,
    ...deadlineLine(order, offerEnds, now),
  ];
  return { lines, foot: [link] };
}

function stageLines(order: ToldOrder, stage: number, entries: readonly TimelineEntry[]): string[] {
  const line = (sign: string, index: number): string => {
    const entry = reached(index, entries);
    const at = entry ? ` ${shortText(entry.at)}` : "";
    return `${sign} ${stages[index]}${at}${beside(index, order, entry, stage)}`;
  };
  const done = stages.slice(0, stage).map((_name, index) => line("✓", index));
  const present = stage < stages.length ? [presentLine(order, stage, entries)] : [];
  const rest = stages.slice(stage + 1).map((name) => `○ ${name}`);
  return [...done, ...present, ...(rest.length > 0 ? [rest.join("  ")] : [])];

  function presentLine(of: ToldOrder, index: number, told: readonly TimelineEntry[]): string {
    // What is still to be done has no time yet: only work under way and work to accept have begun.
    const entry = index >= 3 ? reached(index, told) : null;
    const waiting = index === 1 ? "待付款" : index === 2 ? "派单中" : stages[index];
    return `▶ ${waiting}${entry ? ` ${shortText(entry.at)}` : ""}${beside(index, of, entry, stage)}`;
  }
}

/** Who took it, and how far each piece of the work is. */
function beside(index: number, order: ToldOrder, entry: TimelineEntry | null, stage: number): string {
  if (index === 2 && entry?.detail) return ` ${plain(entry.detail, 20)}`;
  if (index !== stage || index < 3) return "";
  const states = index === 3 ? ["ASSIGNED", "IN_PROGRESS", "REWORK", "DELIVERED"] : ["PLATFORM_APPROVED"];
  const pieces = order.tickets.filter((ticket) => states.includes(ticket.state));
  const named = pieces.slice(0, 3).map((ticket) => `${plain(ticket.itemName, 20)} ${ticket.percent}%`);
  return named.length > 0 ? ` ${named.join("、")}${pieces.length > 3 ? "等" : ""}` : "";
}

/** The newest entry of the shop's timeline, in its words. */
function latestLine(entries: readonly TimelineEntry[]): string[] {
  const entry = entries.at(-1);
  if (!entry) return [];
  const about = [entry.subject, entry.detail].flatMap((part) => (part === null ? [] : [plain(part, 40)]));
  const words = timelineWords[entry.kind];
  return [`最新：${shortText(entry.at)} ${words}${about.length > 0 ? `（${about.join("：")}）` : ""}`];
}

function deadlineLine(order: ToldOrder, offerEnds: number | null, now: number): string[] {
  const at = deadlineOf(order, offerEnds, now);
  if (at === null) return [];
  switch (stepOf(order).code) {
    case "PAY_INSTALMENT":
      return [`请于 ${shortText(at)} 前付款，逾期订单自动关闭`];
    case "ACCEPT_WORK":
      return [`请于 ${shortText(at)} 前验收，逾期视为验收通过`];
    default:
      return [`预计答复：${shortText(at)} 前，超时自动换下一家`];
  }
}

/** A numbered list of at most five; `more` when there are others. */
export function listSaying(title: string, orders: readonly ToldOrder[], more: boolean): Saying {
  const lines = orders.map((order, index) => {
    return `${index + 1}. ${titled(order)}${tailOf(order.no)} ${stepWords[stepOf(order).code]}`;
  });
  const [first] = orders;
  const all: Line[] =
    more && first
      ? [
          {
            text: "还有更多：",
            link: { label: "查看全部订单", audience: "CUSTOMER", path: "/orders", accountId: first.customerId },
          },
        ]
      : [];
  return { lines: [title, ...lines], foot: ["回复序号查看进度", ...all] };
}

/** Nothing is under way; the last order, if there ever was one, is named. */
export function nothingSaying(last: ListedOrder | null): Saying {
  if (!last) return { lines: ["暂无进行中的服务单。"] };
  return { lines: ["暂无进行中的服务单。", `最近一单：${titled(last)}回复「${tailOf(last.no)}」查看。`] };
}
