import { PhotoPicker } from "@kaidan/web-kit/forms/PhotoPicker";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ComponentProps, useState } from "react";
import * as z from "zod/mini";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { Sheet } from "../../features/sheet/Sheet";
import { RequestReworkDocument } from "../../gql/graphql";

const schema = z.object({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)) });

type Photos = ComponentProps<typeof PhotoPicker>["value"];

type ReworkSheetProps = {
  order: WholeOrder;
  ticket: WholeOrder["tickets"][number];
  onClose: () => void;
  onStale: () => void;
};

/** Sends work back: what is wrong, in words and photos, goes to the supplier. */
export function ReworkSheet({ order, ticket, onClose, onStale }: ReworkSheetProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [photos, setPhotos] = useState<Photos>([]);
  const { form, submit, busy, alert } = useMutationForm({
    name: `rework:${ticket.id}:${ticket.version}`,
    schema,
    defaultValues: { reason: "" },
    document: RequestReworkDocument,
    variables: ({ reason }) => ({
      input: { ticketId: ticket.id, version: ticket.version, reason, photoFileIds: photos.map(({ id }) => id) },
    }),
    payload: (data) => data.requestRework,
    onRefused: () => {
      onStale();
      return false;
    },
    onDone: async () => {
      toast.ok(t`已通知服务商返工`);
      await navigate({ to: "/o/$orderId", params: { orderId: order.id }, replace: true });
    },
  });
  return (
    <Sheet
      title={t`要求返工`}
      onClose={onClose}
      foot={
        <Button type="submit" form="rework" size="md" fullWidth loading={busy}>
          <Trans>提交返工要求</Trans>
        </Button>
      }
    >
      <form id="rework" onSubmit={submit} noValidate className="stack">
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Textarea
          label={t`哪里不符合要求`}
          rows={4}
          error={form.formState.errors.reason?.message}
          {...form.register("reason")}
        />
        <PhotoPicker purpose="REWORK" label={t`照片（选填）`} value={photos} onChange={setPhotos} />
        <p className="muted small">
          <Trans>服务商会看到您的说明和照片，返工完成后再请您验收，不另收费。</Trans>
        </p>
      </form>
    </Sheet>
  );
}
