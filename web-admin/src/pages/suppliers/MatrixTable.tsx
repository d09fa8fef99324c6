import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import type { MatrixItemFragment, MatrixRowFragment } from "../../gql/graphql";
import css from "./Matrix.module.css";
import { MatrixCell } from "./MatrixCell";
import type { MatrixPlace } from "./MatrixDialog";

type MatrixTableProps = {
  items: readonly MatrixItemFragment[];
  suppliers: readonly MatrixRowFragment[];
  /** Without it the cells are only read. */
  onEdit: ((place: MatrixPlace) => void) | undefined;
};

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys walk the cells as in a spreadsheet; on a phone a supplier is a card with its items below each other. */
export function MatrixTable({ items, suppliers, onEdit }: MatrixTableProps) {
  const { t } = useLingui();
  if (suppliers.length === 0) return <EmptyState title={t`没有符合条件的服务商`} />;
  function walk(event: KeyboardEvent<HTMLTableElement>): void {
    const step = steps[event.key];
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-cell]") : null;
    if (!step || !cell) return;
    const [row = 0, column = 0] = (cell.dataset["cell"] ?? "").split(":").map(Number);
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row + step[0]}:${column + step[1]}"]`);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  return (
    <div className={css.frame} role="presentation" onKeyDown={walk}>
      <table className={css.matrix}>
        <caption className="visually-hidden">{t`服务矩阵`}</caption>
        <thead>
          <tr>
            <th scope="col">{t({ message: "服务商", context: "one" })}</th>
            {items.map(({ id, name, unit }) => (
              <th key={id} scope="col">
                {name} <span className="muted">/{unit}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {suppliers.map((supplier, row) => (
            <tr key={supplier.id}>
              <th scope="row">
                <Link to="/suppliers/$id" params={{ id: supplier.id }}>
                  {supplier.name}
                </Link>
                {supplier.state !== "ACTIVE" && <StatusTag of="SupplierState" state={supplier.state} />}
              </th>
              {items.map((item, column) => (
                <td key={item.id} data-label={item.name}>
                  <MatrixCell supplier={supplier} item={item} at={`${row}:${column}`} onEdit={onEdit} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
