import { describe, expect, it } from "vitest";
import type { TicketState } from "../fulfilment/ticket.js";
import { DAY, MINUTE } from "../kernel/clock.js";
import type { TimelineEntry, TimelineKind } from "../orders/timeline.js";
import { stageOf, type ToldOrder } from "./order-told.js";
import { listSaying, orderSaying } from "./progress-reply.js";

const AT = Date.parse("2026-01-05T01:12:00.000Z");
const ticket = (state: TicketState, itemName = "空调清洗") => ({ itemName, state, percent: 50, approvedAt: AT });
const order = (change: Partial<ToldOrder> = {}): ToldOrder => ({
  id: "order-1",
  no: "SO20260105-7K3M9Q",
  customerId: "customer-1",
  state: "IN_DELIVERY",
  productTitle: "空调清洗",
  placedAt: AT,
  instalments: [{ state: "PAID" }],
  paymentsPending: false,
  tickets: [ticket("IN_PROGRESS")],
  reviewed: false,
  contract: null,
  amendmentAsked: false,
  ...change,
});
const entry = (kind: TimelineKind, at: number, change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  seq: 1,
  at,
  kind,
  money: false,
  amount: null,
  subject: null,
  detail: null,
  photoIds: [],
  ticketId: null,
  ...change,
});
const story = [
  entry("ORDER_PLACED", AT),
  entry("DELIVERY_STARTED", AT + 10 * MINUTE),
  entry("TICKET_ASSIGNED", AT + 51 * MINUTE, { detail: "匠心装饰" }),
  entry("WORK_STARTED", AT + DAY, { subject: "空调清洗" }),
  entry("PROGRESS_APPROVED", AT + DAY + MINUTE, { subject: "空调清洗", detail: "外机已清洗" }),
];
const lines = (of: ToldOrder, entries: readonly TimelineEntry[] = story, offerEnds: number | null = null) =>
  orderSaying(of, entries, offerEnds, AT + DAY).lines;

describe("an order in the chat", () => {
  it("shows the way there, where it is and what is to come", () => {
    expect(lines(order())).toEqual([
      "【空调清洗】SO20260105-7K3M9Q",
      "当前进度：服务进行中（4/6）",
      "✓ 已下单 01-05 09:12",
      "✓ 已付款 01-05 09:22",
      "✓ 已派单 01-05 10:03 匠心装饰",
      "▶ 服务中 01-06 09:12 空调清洗 50%",
      "○ 待验收  ○ 完成",
      "最新：01-06 09:13 服务有新进度（空调清洗：外机已清洗）",
    ]);
  });

  it("tells the stage by the work, also while a later instalment is due", () => {
    const due = order({ instalments: [{ state: "PAID" }, { state: "DUE" }] });
    expect(lines(due)[1]).toBe("当前进度：请支付本期款项（4/6）");
    expect(stageOf(due)).toBe(3);
  });

  it.each([
    [1, { state: "CONFIRMED", tickets: [], instalments: [{ state: "DUE" }] }],
    [2, { tickets: [ticket("TO_DISPATCH")] }],
    [2, { tickets: [ticket("OFFERED")] }],
    [2, { tickets: [ticket("ACCEPTED"), ticket("NEEDS_HUMAN")] }],
    [3, { tickets: [ticket("ASSIGNED"), ticket("WAITING")] }],
    [3, { tickets: [ticket("DELIVERED")] }],
    [3, { tickets: [ticket("REWORK")] }],
    [4, { tickets: [ticket("PLATFORM_APPROVED"), ticket("IN_PROGRESS")] }],
    [6, { state: "COMPLETED", tickets: [ticket("ACCEPTED")] }],
  ] as [number, Partial<ToldOrder>][])("stands at stage %i", (stage, change) => {
    expect(stageOf(order(change))).toBe(stage);
  });

  it("shows no stage of an order that is closed, and all of one that is done", () => {
    expect(lines(order({ state: "EXPIRED", tickets: [] }), [entry("ORDER_EXPIRED", AT)])).toEqual([
      "【空调清洗】SO20260105-7K3M9Q",
      "当前进度：订单已关闭",
      "最新：01-05 09:12 订单因未按时付款而关闭",
    ]);
    const done = lines(order({ state: "COMPLETED", reviewed: true, tickets: [ticket("ACCEPTED")] }));
    expect(done[1]).toBe("当前进度：服务已完成（6/6）");
    expect(done.filter((line) => typeof line === "string" && line.startsWith("✓"))).toHaveLength(6);
  });

  it("promises only what is promised: the close of an unpaid order, the end of an offer, the sign-off by time", () => {
    const unpaid = order({ state: "CONFIRMED", tickets: [], instalments: [{ state: "DUE" }] });
    expect(lines(unpaid, []).at(-1)).toBe("请于 01-08 09:12 前付款，逾期订单自动关闭");
    const offered = order({ tickets: [ticket("OFFERED")] });
    expect(lines(offered, [], AT + DAY + 30 * MINUTE).at(-1)).toBe("预计答复：01-06 09:42 前，超时自动换下一家");
    expect(lines(offered, []).at(-1)).toBe("○ 服务中  ○ 待验收  ○ 完成");
    const approved = order({ tickets: [ticket("PLATFORM_APPROVED")] });
    expect(lines(approved, []).at(-1)).toBe("请于 01-12 09:12 前验收，逾期视为验收通过");
  });

  it("lets no text of a supplier become a link", () => {
    const evil = entry("PROGRESS_APPROVED", AT, { detail: '<a href="https://evil.example">领奖</a>' });
    expect(JSON.stringify(lines(order(), [evil]))).not.toContain("<a");
    expect(orderSaying(order({ productTitle: "<b>" }), [], null, AT).lines[0]).toBe("【＜b＞】SO20260105-7K3M9Q");
  });
});

describe("a list", () => {
  it("numbers the orders and leads to all of them when there are more", () => {
    const saying = listSaying("进行中的服务单：", [order(), order({ tickets: [ticket("OFFERED")] })], true);
    expect(saying.lines).toEqual([
      "进行中的服务单：",
      "1. 【空调清洗】7K3M9Q 服务进行中",
      "2. 【空调清洗】7K3M9Q 等待服务商接单",
    ]);
    expect(saying.foot).toHaveLength(2);
  });
});
