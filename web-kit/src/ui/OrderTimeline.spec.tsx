import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderInApp } from "../testing/renderInApp";
import { OrderTimeline, type TimelineRow } from "./OrderTimeline";

const entries: readonly TimelineRow[] = [
  { seq: 1, at: "2026-11-20T01:00:00Z", kind: "ORDER_PLACED", money: false, photos: [] },
  { seq: 2, at: "2026-11-20T01:05:00Z", kind: "PAYMENT_RECEIVED", money: true, amount: "794880", photos: [] },
  { seq: 3, at: "2026-11-20T01:06:00Z", kind: "DELIVERY_STARTED", money: false, photos: [] },
];

const rows = () => within(screen.getByRole("list")).getAllByRole("listitem");

describe("OrderTimeline", () => {
  it("tells the newest first, both flows together", async () => {
    await renderInApp(<OrderTimeline entries={entries} />);
    expect(rows().map((row) => row.firstChild?.textContent)).toEqual([
      "服务单已生成，开始安排服务",
      "收到付款¥7,948.80",
      "提交了订单",
    ]);
  });

  it("shows the flow of money alone", async () => {
    await renderInApp(<OrderTimeline entries={entries} />);
    await userEvent.click(screen.getByRole("button", { name: "资金" }));
    expect(rows()).toHaveLength(1);
    expect(rows()[0]?.textContent).toContain("¥7,948.80");
  });

  it("says so when a flow has nothing yet", async () => {
    await renderInApp(<OrderTimeline entries={entries.slice(0, 1)} />);
    await userEvent.click(screen.getByRole("button", { name: "资金" }));
    expect(screen.getByText("还没有这类记录。")).toBeTruthy();
  });
});
