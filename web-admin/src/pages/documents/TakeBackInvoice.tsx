import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Modal, TextInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import { z } from "zod";
import { TakeBackInvoiceDocument } from "../../gql/graphql";
import type { InvoiceActProps } from "./InvoiceActs";

const schema = z.object({
  redNo: z.string().trim().min(1).max(40),
  amount: z.string().min(1),
  reason: z.string().trim().min(1).max(300),
});

/** Notes a red-letter invoice: what it takes back may be refunded then. */
export function TakeBackInvoice({ invoice: { id, version }, onDone }: InvoiceActProps) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: `take-back-invoice:${id}:${version}`,
    schema,
    defaultValues: { redNo: "", amount: "", reason: "" },
    document: TakeBackInvoiceDocument,
    variables: (values) => ({ input: { invoiceId: id, version, ...values } }),
    payload: (data) => data.takeBackInvoice,
    onDone: () => {
      toast.ok(t`红字发票已登记`);
      onDone();
    },
  });
  const { errors } = form.formState;
  return (
    <Modal opened onClose={onDone} title={t`登记红字发票`} centered closeButtonProps={{ "aria-label": t`关闭` }}>
      <form onSubmit={submit} noValidate className="stack">
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <TextInput label={t`红字发票号码`} error={errors.redNo?.message} {...form.register("redNo")} />
        <Controller
          control={form.control}
          name="amount"
          render={({ field, fieldState }) => (
            <MoneyInput {...field} label={t`冲红金额`} error={fieldState.error?.message} />
          )}
        />
        <TextInput label={t`原因`} error={errors.reason?.message} {...form.register("reason")} />
        <div>
          <Button type="submit" loading={busy}>
            <Trans>登记</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
