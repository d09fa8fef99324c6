import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderInApp } from "../testing/renderInApp";
import { TicketCard } from "./TicketCard";

const aTicket = (itemName: string) => ({
  no: "ST20261120-1",
  itemName,
  quantity: 1,
  unit: "项",
  stage: 1,
  state: "IN_PROGRESS" as const,
  percent: 20,
  milestones: [],
});

test("the ticket an address leads to is marked and has the focus; the others are not", async () => {
  await renderInApp(
    <>
      <TicketCard ticket={aTicket("水电改造")} />
      <TicketCard ticket={aTicket("墙面乳胶漆")} focused />
    </>,
  );
  const wanted = screen.getByRole("article", { name: "墙面乳胶漆" });
  expect(document.activeElement).toBe(wanted);
  expect(wanted.getAttribute("aria-current")).toBe("true");
  expect(screen.getByRole("article", { name: "水电改造" }).hasAttribute("aria-current")).toBe(false);
});
