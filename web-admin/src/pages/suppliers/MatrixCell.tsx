import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { MatrixCellFragment, MatrixItemFragment, MatrixRowFragment } from "../../gql/graphql";
import css from "./Matrix.module.css";
import type { MatrixPlace } from "./MatrixDialog";

type MatrixCellProps = {
  supplier: MatrixRowFragment;
  item: MatrixItemFragment;
  /** Row and column, for the arrow keys. */
  at: string;
  onEdit: ((place: MatrixPlace) => void) | undefined;
};

/** What one supplier does of one item: price and cost in force, level, and what waits. */
export function MatrixCell({ supplier, item, at, onEdit }: MatrixCellProps) {
  const { t } = useLingui();
  const own = supplier.services.filter((service) => service.item.id === item.id);
  const current = own.find(({ state }) => state === "EFFECTIVE" || state === "PAUSED");
  const waiting = own.find(({ state }) => state === "PROPOSED" || state === "APPROVED");
  const shown = current ?? waiting;
  const content = <CellContent current={shown} waiting={current ? waiting : undefined} />;
  if (!onEdit || supplier.state === "TERMINATED") return content;
  return (
    <button
      type="button"
      data-cell={at}
      className={css.cell}
      aria-label={t`调整 ${supplier.name} 的 ${item.name}`}
      onClick={() => onEdit({ supplier, item, held: waiting ?? current })}
    >
      {content}
    </button>
  );
}

type ContentProps = { current: MatrixCellFragment | undefined; waiting: MatrixCellFragment | undefined };

function CellContent({ current, waiting }: ContentProps): ReactNode {
  const { t } = useLingui();
  if (!current) return <span className="muted">—</span>;
  const { state, salePrice, costPrice, level } = current;
  return (
    <span className={css.content}>
      <span>
        <Money fen={salePrice} />
        {costPrice !== null && (
          <span className="muted small">
            {" "}
            {t`成本`} <Money fen={costPrice} />
          </span>
        )}
      </span>
      <span className="muted small">{t`${level} 级`}</span>
      {state !== "EFFECTIVE" && <StatusTag of="ServiceState" state={state} />}
      {waiting && <StatusTag of="ServiceState" state={waiting.state} />}
    </span>
  );
}
