import { FileUpload } from "@kaidan/web-kit/forms/FileUpload";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { Money } from "@kaidan/web-kit/ui/Money";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Stack } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { RecordCollectedDocument } from "../../gql/graphql";

type Files = ComponentProps<typeof FileUpload>["value"];

/** Says that money was taken at the customer's. It counts once the customer says so too. */
export function CollectMoney({ ticketId, toCollect }: { ticketId: string; toCollect: string | null }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <section className="card">
      {toCollect === null ? (
        <p className="muted small">
          <Trans>在现场收了客户的款？请如实记录，客户确认后计入订单。</Trans>
        </p>
      ) : (
        <p>
          <Trans>
            按约定由您向客户收取 <Money fen={toCollect} look="price" />
            ，收到后请记录，客户确认后计入订单。
          </Trans>
        </p>
      )}
      <Button variant={toCollect === null ? "default" : "filled"} fullWidth onClick={() => setOpen(true)}>
        <Trans>记录现场收款</Trans>
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={t`记录现场收款`}
        centered
        closeButtonProps={{ "aria-label": t`关闭` }}
      >
        <CollectForm ticketId={ticketId} preset={toCollect ?? ""} onDone={close} />
      </Modal>
    </section>
  );
}

type CollectProps = { ticketId: string; preset: string; onDone: () => void };

function CollectForm({ ticketId, preset, onDone }: CollectProps) {
  const { t } = useLingui();
  const [amount, setAmount] = useState(preset);
  const [files, setFiles] = useState<Files>([]);
  const once = useIdempotencyKey(`collect:${ticketId}:${amount}`);
  const { act, busy } = useAct(RecordCollectedDocument, (data) => data.recordCollected);
  async function record(): Promise<void> {
    const photoFileId = files[0]?.id ?? null;
    const done = await act({ input: { ticketId, amount, photoFileId, idempotencyKey: once.key() } });
    if (!done) return;
    once.answered();
    toast.ok(t`已记录，等待客户确认`);
    onDone();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <Stack>
        <MoneyInput label={t`收款金额`} value={amount} onChange={setAmount} required />
        <FileUpload
          purpose="SLIP"
          label={t`收据照片`}
          description={t`双方签字的收据，可不传`}
          value={files}
          onChange={setFiles}
        />
        <Button type="submit" loading={busy} disabled={amount === "" || amount === "0"}>
          <Trans>提交记录</Trans>
        </Button>
      </Stack>
    </form>
  );
}
