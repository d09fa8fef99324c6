import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Award } from "lucide-react";
import { type ReactNode, useState } from "react";
import { formatNumber } from "../format/numbers";
import css from "./BidTable.module.css";
import { DateText } from "./DateText";
import { Money } from "./Money";
import { Rating } from "./Rating";
import { StatusTag, ToneTag } from "./StatusTag";

export type BidColumn = {
  readonly id: string;
  readonly state: "DRAFT" | "SUBMITTED" | "WITHDRAWN" | "AWARDED" | "LOST" | "EXPIRED";
  readonly total: string;
  readonly cost?: string | null;
  readonly complete: boolean;
  readonly lowest: boolean;
  readonly leadDays: number;
  readonly validUntil?: string | null;
  readonly supplier?: {
    readonly name: string;
    readonly rating: { readonly count: number; readonly overall?: number | null };
  } | null;
};

export type BidCell = {
  readonly bidId: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly leadDays?: number | null;
  readonly note?: string | null;
  readonly lowest: boolean;
};

export type BidRow = {
  readonly code: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly cells: readonly BidCell[];
};

type BidTableProps = {
  bids: readonly BidColumn[];
  rows: readonly BidRow[];
  /** Which bid takes which line, by the line's code; without `onPick` nothing can be chosen. */
  picks?: Readonly<Record<string, string>>;
  onPick?: (lineCode: string, bidId: string) => void;
  /** Below each bid's column, such as the button that takes it whole. */
  action?: (bid: BidColumn) => ReactNode;
};

/**
 * Bids side by side: a column for each supplier, a row for each item. The lowest is said in words. On a phone two suppliers
 * stand side by side and are chosen above the table; the first column stays in view.
 */
export function BidTable({ bids, rows, picks, onPick, action }: BidTableProps) {
  const { t } = useLingui();
  const [pinned, setPinned] = useState<readonly string[]>(() => bids.slice(0, 2).map(({ id }) => id));
  const shown = (id: string): boolean => pinned.includes(id);
  return (
    <div className={css.frame}>
      {bids.length > 2 && <Pins bids={bids} pinned={pinned} onPin={setPinned} />}
      <div className={css.scroll}>
        <table className={css.table}>
          <caption className="visually-hidden">{t`报价对比`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`项目`}</th>
              {bids.map((bid) => (
                <th key={bid.id} scope="col" data-shown={shown(bid.id)}>
                  <Head bid={bid} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  {row.itemName}
                  <span className="muted small">
                    {formatNumber(row.quantity)} {row.unit}
                  </span>
                </th>
                {bids.map((bid) => (
                  <td key={bid.id} data-shown={shown(bid.id)}>
                    <Cell row={row} bid={bid} picked={picks?.[row.code] === bid.id} onPick={onPick} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <Totals bids={bids} shown={shown} />
            {action && (
              <tr>
                <th scope="row">
                  <span className="visually-hidden">{t`操作`}</span>
                </th>
                {bids.map((bid) => (
                  <td key={bid.id} data-shown={shown(bid.id)}>
                    {action(bid)}
                  </td>
                ))}
              </tr>
            )}
          </tfoot>
        </table>
      </div>
    </div>
  );
}

function Head({ bid }: { bid: BidColumn }) {
  return (
    <>
      <span className={css.name}>{bid.supplier?.name}</span>
      {bid.supplier && (
        <Rating rating={{ count: bid.supplier.rating.count, overall: bid.supplier.rating.overall ?? null }} />
      )}
      {bid.state !== "SUBMITTED" && <StatusTag of="BidState" state={bid.state} />}
    </>
  );
}

type CellProps = { row: BidRow; bid: BidColumn; picked: boolean; onPick: BidTableProps["onPick"] };

function Cell({ row, bid, picked, onPick }: CellProps) {
  const { t } = useLingui();
  const cell = row.cells.find(({ bidId }) => bidId === bid.id);
  if (!cell) return <span className="muted small">{t`未报价`}</span>;
  const item = row.itemName;
  const name = bid.supplier?.name ?? "";
  const words = (
    <>
      <Money fen={cell.amount} />
      <span className="muted small">
        <Money fen={cell.unitPrice} look="muted" /> / {row.unit}
      </span>
      {cell.lowest && <ToneTag tone="ok">{t`最低`}</ToneTag>}
      {cell.note && <span className="muted small">{cell.note}</span>}
    </>
  );
  if (!onPick || bid.state !== "SUBMITTED") return <div className={css.cell}>{words}</div>;
  return (
    <label className={css.cell} data-picked={picked}>
      <input
        type="radio"
        name={`pick-${row.code}`}
        checked={picked}
        aria-label={t`${item}：选 ${name}`}
        onChange={() => onPick(row.code, bid.id)}
      />
      {words}
    </label>
  );
}

function Totals({ bids, shown }: { bids: readonly BidColumn[]; shown: (id: string) => boolean }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const row = (title: string, of: (bid: BidColumn) => ReactNode) => (
    <tr>
      <th scope="row">{title}</th>
      {bids.map((bid) => (
        <td key={bid.id} data-shown={shown(bid.id)}>
          <div className={css.cell}>{of(bid)}</div>
        </td>
      ))}
    </tr>
  );
  const days = (count: number): string => (i18n.locale === "en" ? `${count} d` : `${count} 天`);
  return (
    <>
      {row(t`合计`, (bid) => (
        <>
          <Money fen={bid.total} look="price" />
          {bid.lowest && (
            <ToneTag tone="ok" icon={Award}>
              {t`总价最低`}
            </ToneTag>
          )}
          {!bid.complete && <span className="muted small">{t`不含全部项目`}</span>}
        </>
      ))}
      {bids.some(({ cost }) => cost) && row(t`成本`, (bid) => bid.cost && <Money fen={bid.cost} look="muted" />)}
      {row(t`工期`, (bid) => days(bid.leadDays))}
      {row(t`有效期至`, (bid) => bid.validUntil && <DateText at={bid.validUntil} as="day" />)}
    </>
  );
}

type PinsProps = { bids: readonly BidColumn[]; pinned: readonly string[]; onPin: (ids: readonly string[]) => void };

/** On a phone: which two suppliers stand side by side. */
function Pins({ bids, pinned, onPin }: PinsProps) {
  const { t } = useLingui();
  const [left = "", right = ""] = pinned;
  const choose = (place: 0 | 1, id: string): void => {
    const other = place === 0 ? right : left;
    // Choosing the one at the other side swaps the two.
    const moved = other === id ? (place === 0 ? left : right) : other;
    onPin(place === 0 ? [id, moved] : [moved, id]);
  };
  return (
    <fieldset className={css.pins}>
      <legend className="small muted">
        <Trans>对比哪两家</Trans>
      </legend>
      {([0, 1] as const).map((place) => {
        const number = place + 1;
        return (
          <select
            key={place}
            aria-label={t`第 ${number} 家`}
            value={place === 0 ? left : right}
            onChange={(event) => choose(place, event.currentTarget.value)}
          >
            {bids.map(({ id, supplier }) => (
              <option key={id} value={id}>
                {supplier?.name}
              </option>
            ))}
          </select>
        );
      })}
    </fieldset>
  );
}
