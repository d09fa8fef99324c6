import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Modal, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import {
  RequestTicketChangeDocument,
  type TicketSheetFragment,
  type TicketWishFragment,
  WithdrawTicketChangeDocument,
} from "../../gql/graphql";

/** While the work is under way its terms may still be changed. */
const changeable: readonly TicketSheetFragment["state"][] = ["ASSIGNED", "IN_PROGRESS", "DELIVERED", "REWORK"];

type AskChangeProps = { ticket: TicketSheetFragment; onChanged: () => void };

/** What the supplier asked to have changed about its work and what became of it, and the way to ask. */
export function AskChange({ ticket, onChanged }: AskChangeProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const mayAsk = changeable.includes(ticket.state);
  if (!mayAsk && ticket.changeRequests.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="ticket-changes">
      <h2 id="ticket-changes">
        <Trans>变更申请</Trans>
      </h2>
      {ticket.changeRequests.length > 0 && (
        <ul className="list">
          {ticket.changeRequests.map((wish) => (
            <Wish key={wish.id} wish={wish} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {mayAsk && (
        <>
          <p className="muted small">
            <Trans>现场情况和约定不一样？告诉平台需要增减什么，平台与客户确认后变更才生效。</Trans>
          </p>
          <Button variant="default" fullWidth onClick={() => setAsking(true)}>
            <Trans>申请变更</Trans>
          </Button>
        </>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`申请变更`}
        centered
        closeButtonProps={{ "aria-label": t`关闭` }}
      >
        <AskForm
          ticketId={ticket.id}
          onDone={() => {
            setAsking(false);
            onChanged();
          }}
        />
      </Modal>
    </section>
  );
}

function Wish({ wish, onChanged }: { wish: TicketWishFragment; onChanged: () => void }) {
  const { act, busy } = useAct(WithdrawTicketChangeDocument, (data) => data.withdrawTicketChange);
  async function withdraw(): Promise<void> {
    await act({ input: { requestId: wish.id, version: wish.version } });
    onChanged();
  }
  return (
    <li className="stack">
      <span>
        <StatusTag of="ChangeRequestState" state={wish.state} /> <DateText at={wish.createdAt} as="absolute" />
      </span>
      <span>{wish.text}</span>
      {wish.answer && (
        <span className="muted">
          <Trans>平台答复：{wish.answer}</Trans>
        </span>
      )}
      {wish.state === "OPEN" && (
        <span>
          <Button variant="subtle" color="gray" size="xs" loading={busy} onClick={() => void withdraw()}>
            <Trans>撤回申请</Trans>
          </Button>
        </span>
      )}
    </li>
  );
}

const schema = z.object({ text: z.string().trim().min(1).max(500) });

function AskForm({ ticketId, onDone }: { ticketId: string; onDone: () => void }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: `change-ticket:${ticketId}`,
    schema,
    defaultValues: { text: "" },
    document: RequestTicketChangeDocument,
    variables: ({ text }, idempotencyKey) => ({ input: { ticketId, text, idempotencyKey } }),
    payload: (data) => data.requestTicketChange,
    onDone: () => {
      toast.ok(t`已发送，平台会尽快答复`);
      onDone();
    },
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Textarea
          label={t`需要怎么改，为什么？`}
          placeholder={t`例如：墙面空鼓，需要多铲 12 平方米`}
          rows={5}
          maxLength={500}
          error={form.formState.errors.text?.message}
          {...form.register("text")}
        />
        <Button type="submit" loading={busy}>
          <Trans>发送申请</Trans>
        </Button>
      </Stack>
    </form>
  );
}
