import { useLingui } from "@lingui/react/macro";
import { DataTable } from "../ui/DataTable";
import { DateText } from "../ui/DateText";
import { EmptyState } from "../ui/EmptyState";
import { Money } from "../ui/Money";

export type MoneyStep = {
  readonly no: string;
  readonly at: string;
  readonly title: string;
  readonly paid: string;
  readonly earned: string;
  readonly refunded: string;
  readonly outstanding: string;
};

/** An order's flow of money, transaction by transaction, each with the sums up to it. */
export function MoneyFlow({ steps }: { steps: readonly MoneyStep[] }) {
  const { t } = useLingui();
  return (
    <DataTable
      label={t`资金流`}
      rows={steps}
      rowKey={({ no }) => no}
      empty={<EmptyState title={t`还没有资金往来`} />}
      columns={[
        { key: "title", head: t`事项`, narrow: "title", cell: ({ title }) => title },
        { key: "at", head: t`时间`, cell: ({ at }) => <DateText at={at} as="absolute" /> },
        { key: "no", head: t`凭证号`, cell: ({ no }) => <span className="mono">{no}</span> },
        { key: "paid", head: t`累计已收`, align: "end", cell: ({ paid }) => <Money fen={paid} /> },
        { key: "earned", head: t`累计已确认`, align: "end", cell: ({ earned }) => <Money fen={earned} /> },
        { key: "refunded", head: t`累计已退`, align: "end", cell: ({ refunded }) => <Money fen={refunded} /> },
        { key: "open", head: t`尚未支付`, align: "end", cell: ({ outstanding }) => <Money fen={outstanding} /> },
      ]}
    />
  );
}
