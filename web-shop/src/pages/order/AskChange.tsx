import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, NativeSelect, Textarea } from "@mantine/core";
import * as z from "zod/mini";
import { Sheet } from "../../features/sheet/Sheet";
import { RequestChangeDocument } from "../../gql/graphql";

const schema = z.object({
  wish: z.enum(["CHANGE", "CANCEL"]),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});

type AskChangeProps = { orderId: string; onAsked: () => void; onClose: () => void };

/** Asks to have an order changed, in the customer's own words; nothing of it changes by asking. */
export function AskChange({ orderId, onAsked, onClose }: AskChangeProps) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: `change-order:${orderId}`,
    schema,
    defaultValues: { wish: "CHANGE" as const, text: "" },
    document: RequestChangeDocument,
    variables: (wish, idempotencyKey) => ({ input: { orderId, ...wish, idempotencyKey } }),
    payload: (data) => data.requestChange,
    onDone: () => {
      toast.ok(t`已发送，平台会尽快答复`);
      onAsked();
      onClose();
    },
  });
  return (
    <Sheet
      title={t`申请修改订单`}
      onClose={onClose}
      foot={
        <Button type="submit" form="change-order" size="md" loading={busy} fullWidth>
          <Trans>发送请求</Trans>
        </Button>
      }
    >
      <form id="change-order" noValidate onSubmit={submit} className="stack">
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <NativeSelect label={t`您希望`} {...form.register("wish")}>
          <option value="CHANGE">{t`修改订单，继续服务`}</option>
          <option value="CANCEL">{t`中途终止订单`}</option>
        </NativeSelect>
        <Textarea
          label={t`具体说明`}
          placeholder={t`例如：多刷一间房；换一天上门；不要第二项`}
          rows={5}
          error={form.formState.errors.text?.message}
          {...form.register("text")}
        />
        <p className="muted small">
          <Trans>平台会先把改动和价格变化算给您看；对您不利的改动，您同意后才生效。</Trans>
        </p>
      </form>
    </Sheet>
  );
}
