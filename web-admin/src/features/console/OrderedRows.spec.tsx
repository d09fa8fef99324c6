import { renderInApp } from "@kaidan/web-kit/testing/renderInApp";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { OrderedRow, OrderedRows } from "./OrderedRows";

function Plan() {
  const [names, setNames] = useState(["首期款", "进度款", "尾款"]);
  function move(from: number, to: number): void {
    const next = [...names];
    next.splice(to, 0, ...next.splice(from, 1));
    setNames(next);
  }
  return (
    <OrderedRows>
      {names.map((name, index) => (
        <OrderedRow key={name} index={index} count={names.length} name={name} onMove={move}>
          {name}
        </OrderedRow>
      ))}
    </OrderedRows>
  );
}

const order = () => screen.getAllByRole("group").map((row) => row.querySelector("legend")?.textContent);

test("a row is moved from the keyboard, keeps the focus and says where it stands", async () => {
  const person = userEvent.setup();
  await renderInApp(<Plan />);
  screen.getByRole("button", { name: "下移 首期款" }).focus();
  await person.keyboard("{ArrowDown}");
  expect(order()).toEqual(["进度款", "首期款", "尾款"]);
  expect(document.activeElement?.getAttribute("aria-label")).toBe("下移 首期款");
  expect(screen.getByText("首期款 现在是第 2 行")).toBeTruthy();
});

test("the first row can't move up, the last not down", async () => {
  await renderInApp(<Plan />);
  expect(screen.getByRole("button", { name: "上移 首期款" })).toHaveProperty("disabled", true);
  expect(screen.getByRole("button", { name: "下移 尾款" })).toHaveProperty("disabled", true);
});
