import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import css from "./DataTable.module.css";
import { useShortcuts } from "./useShortcuts";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts stand at the right. */
  align?: "end";
  /** On a phone a row becomes a card: `title` is its heading, `hide` leaves the cell out. */
  narrow?: "hide" | "title";
  /** CSS width, e.g. "9rem"; without one the content decides. */
  width?: string;
};

export type DataTableProps<Row> = {
  /** The table's accessible name. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Path of the row's page: the first column becomes the link, the row opens on a click, J and K walk the rows. */
  href?: (row: Row) => string;
  /** Older rows stay readable, dimmed, while newer ones are on the way. */
  busy?: boolean;
  /** Stands in place of the table when there is no row. */
  empty?: ReactNode;
  selected?: (row: Row) => boolean;
  /** Buttons at the right end of a row. */
  rowActions?: (row: Row) => ReactNode;
  /** Heading of the buttons' column, for screen readers. */
  actionsLabel?: string;
};

/** A dense table: rows of 36 px, amounts tabular, a card per row on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, href, busy = false, empty, selected, rowActions, actionsLabel } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  useOpeningRows(body, href !== undefined);
  useWalkingRows(body, href !== undefined);
  if (rows.length === 0 && empty) return <div className={css.frame}>{empty}</div>;
  return (
    <div className={css.frame} data-busy={busy || undefined} aria-busy={busy}>
      <table className={css.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, align, width }) => (
              <th key={key} scope="col" data-align={align} style={width ? { width } : undefined}>
                {head}
              </th>
            ))}
            {rowActions && (
              <th scope="col">
                <span className="visually-hidden">{actionsLabel}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body} data-linked={href ? true : undefined}>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-selected={selected?.(row) || undefined}>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} row={row} href={index === 0 ? href?.(row) : undefined} />
              ))}
              {rowActions && <td className={css.actions}>{rowActions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href?: string }) {
  const content = column.cell(row);
  return (
    <td data-align={column.align} data-narrow={column.narrow}>
      {column.narrow !== "title" && <span className={css.label}>{column.head}</span>}
      {href ? (
        <Link to={href} className={css.link} data-row-link>
          {content}
        </Link>
      ) : (
        <span className={css.value}>{content}</span>
      )}
    </td>
  );
}

/** For the mouse alone, the whole row stands for its link; from the keyboard the link itself is there. */
function useOpeningRows(body: RefObject<HTMLElement | null>, linked: boolean): void {
  useEffect(() => {
    const element = body.current;
    if (!linked || !element) return;
    element.addEventListener("click", openRow);
    return () => element.removeEventListener("click", openRow);
  });
}

/** A click that meets no control of its own opens the row; selecting text does not. */
function openRow({ target }: Event): void {
  if (!(target instanceof Element)) return;
  if (target.closest("a, button, input, label, summary, [role=button]") || getSelection()?.toString()) return;
  target.closest("tr")?.querySelector<HTMLAnchorElement>("a[data-row-link]")?.click();
}

function useWalkingRows(body: RefObject<HTMLElement | null>, linked: boolean): void {
  const { t } = useLingui();
  const keys = [
    { keys: "j", label: t`下一行`, run: () => step(body.current, 1) },
    { keys: "k", label: t`上一行`, run: () => step(body.current, -1) },
  ];
  useShortcuts(linked ? keys : []);
}

function step(body: HTMLElement | null, by: 1 | -1): void {
  const links = [...(body?.querySelectorAll<HTMLAnchorElement>("a[data-row-link]") ?? [])];
  const held = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  const next = held === -1 ? (by === 1 ? 0 : links.length - 1) : held + by;
  links[next]?.focus();
}
