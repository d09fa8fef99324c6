import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderInApp } from "../testing/renderInApp";
import { type Column, DataTable } from "./DataTable";

type Row = { id: string; name: string };

const rows: Row[] = [
  { id: "a", name: "匠心装饰" },
  { id: "b", name: "湘水电工程" },
];
const columns: Column<Row>[] = [
  { key: "name", head: "名称", cell: ({ name }) => name },
  { key: "act", head: "操作", cell: () => <button type="button">停用</button> },
];

const table = () => (
  <DataTable label="服务商" rows={rows} columns={columns} rowKey={({ id }) => id} href={({ id }) => `/s/${id}`} />
);

test("J and K walk the rows' links", async () => {
  await renderInApp(table());
  fireEvent.keyDown(window, { key: "j" });
  expect(document.activeElement?.textContent).toBe("匠心装饰");
  fireEvent.keyDown(window, { key: "j" });
  expect(document.activeElement?.textContent).toBe("湘水电工程");
  fireEvent.keyDown(window, { key: "k" });
  expect(document.activeElement?.textContent).toBe("匠心装饰");
});

test("a click in a row opens it, a click on a control of its own does not", async () => {
  await renderInApp(table());
  const opened = vi.fn<() => void>();
  const link = screen.getByRole("link", { name: "匠心装饰" });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    opened();
  });
  fireEvent.click(screen.getAllByRole("button", { name: "停用" })[0] as HTMLElement);
  expect(opened).not.toHaveBeenCalled();
  fireEvent.click(screen.getAllByRole("cell")[1] as HTMLElement);
  expect(opened).toHaveBeenCalledOnce();
});

test("an empty table says what belongs there", async () => {
  await renderInApp(
    <DataTable label="服务商" rows={[]} columns={columns} rowKey={() => ""} empty={<p>还没有服务商</p>} />,
  );
  expect(screen.queryByRole("table")).toBeNull();
  expect(screen.getByText("还没有服务商")).toBeTruthy();
});
