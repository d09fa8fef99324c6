import { useQuery } from "@apollo/client/react";
import { formatMoney } from "@kaidan/web-kit/format/money";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { Money } from "@kaidan/web-kit/ui/Money";
import { SearchBox } from "@kaidan/web-kit/ui/SearchBox";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { IdentifyReceiptDocument, OrdersToPayDocument, type UnidentifiedRowFragment } from "../../gql/graphql";

type IdentifyReceiptProps = { receipt: UnidentifiedRowFragment; onDone: () => void };

/** A cashier found out which order the money was for, and which part of it. */
export function IdentifyReceipt({ receipt, onDone }: IdentifyReceiptProps) {
  const { t } = useLingui();
  const { id, version, amount, availableActions } = receipt;
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const [instalmentId, setInstalmentId] = useState("");
  const once = useIdempotencyKey(`identify:${id}:${version}:${instalmentId}`);
  const { act, busy } = useAct(IdentifyReceiptDocument, (data) => data.identifyReceipt);
  if (!availableActions.includes("IDENTIFY")) return null;
  async function identify(): Promise<void> {
    const done = await act({ input: { receiptId: id, version, instalmentId, idempotencyKey: once.key() } });
    setOpen(false);
    onDone();
    if (!done) return;
    once.answered();
    toast.ok(t`已认领，记为订单的到账`);
  }
  const words = formatMoney(amount);
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        <Trans>认领</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`这 ${words} 是哪一笔订单的？`}
        confirmLabel={t`认领`}
        busy={busy}
        ready={instalmentId !== ""}
        onConfirm={() => void identify()}
      >
        <Stack>
          <p className="muted small">
            <Trans>先付所选的一期；多出的部分记为客户余款。</Trans>
          </p>
          <div className="row">
            <SearchBox
              label={t`查找订单`}
              placeholder={t`订单号、联系人或电话`}
              value={search}
              onSearch={(text) => {
                setSearch(text);
                setInstalmentId("");
              }}
            />
          </div>
          {search !== "" && <Found search={search} chosen={instalmentId} onChoose={setInstalmentId} />}
        </Stack>
      </ConfirmDialog>
    </>
  );
}

type FoundProps = { search: string; chosen: string; onChoose: (instalmentId: string) => void };

/** The orders that a search finds, each with what is still to be paid of it. */
function Found({ search, chosen, onChoose }: FoundProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(OrdersToPayDocument, { variables: { search } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={2} />;
  const parts = data.staffOrders.edges.flatMap(({ node }) =>
    node.instalments.filter(({ payable }) => payable !== "0").map((instalment) => ({ order: node, instalment })),
  );
  if (parts.length === 0) return <p role="status">{t`没有找到还有款项未付的订单。`}</p>;
  return (
    <Radio.Group label={t`付哪一期`} value={chosen} onChange={onChoose}>
      <Stack gap="xs">
        {parts.map(({ order, instalment }) => (
          <Radio
            key={instalment.id}
            value={instalment.id}
            label={
              <>
                {instalment.name} · <Money fen={instalment.payable} />
              </>
            }
            description={`${order.no} · ${order.productTitle} · ${order.customer?.displayName ?? ""}`}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
