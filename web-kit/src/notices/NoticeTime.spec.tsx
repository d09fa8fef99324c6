import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderInApp } from "../testing/renderInApp";
import { NoticeTime } from "./NoticeTime";

test("below the heading of its day a notice tells only the hour, and the whole instant in its title", async () => {
  await renderInApp(<NoticeTime at="2026-11-18T01:00:00Z" />);
  const time = await screen.findByText("09:00");
  expect(time.title).toBe("2026-11-18 09:00");
});

test("under an hour ago is told as a distance", async () => {
  await renderInApp(<NoticeTime at={new Date(Date.now() - 3 * 60_000).toISOString()} />);
  expect(await screen.findByText("3 分钟前")).toBeTruthy();
});
