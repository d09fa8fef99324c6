import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { invoiceKindWords } from "@kaidan/web-kit/vocabulary/form-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, NativeSelect, TextInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import * as z from "zod";
import { RequestInvoiceDocument } from "../../gql/graphql";

const schema = z.object({
  kind: z.enum(["PLAIN", "SPECIAL"]),
  title: z.string().trim().min(1).max(100),
  taxNo: z.string().trim().max(20),
  amount: z.string().min(1),
});

type RequestInvoiceProps = { orderId: string; invoiceable: string; onDone: () => void };

/** Whom the invoice is made out to and for how much: at most what is paid and not invoiced yet. */
export function RequestInvoice({ orderId, invoiceable, onDone }: RequestInvoiceProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { form, submit, busy, alert } = useMutationForm({
    name: `request-invoice:${orderId}`,
    schema,
    defaultValues: { kind: "PLAIN" as const, title: "", taxNo: "", amount: invoiceable },
    document: RequestInvoiceDocument,
    variables: (values, idempotencyKey) => ({ input: { orderId, ...values, idempotencyKey } }),
    payload: (data) => data.requestInvoice,
    onDone: () => {
      toast.ok(t`开票申请已提交`);
      onDone();
    },
  });
  const { errors } = form.formState;
  return (
    <form onSubmit={submit} noValidate className="stack">
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <NativeSelect
        label={t`发票种类`}
        data={(["PLAIN", "SPECIAL"] as const).map((kind) => ({ value: kind, label: i18n._(invoiceKindWords[kind]) }))}
        {...form.register("kind")}
      />
      <TextInput label={t`发票抬头`} error={errors.title?.message} {...form.register("title")} />
      <TextInput
        label={t`纳税人识别号`}
        description={t`专用发票必填；个人开普通发票可不填。`}
        error={errors.taxNo?.message}
        {...form.register("taxNo")}
      />
      <Controller
        control={form.control}
        name="amount"
        render={({ field, fieldState }) => (
          <MoneyInput {...field} label={t`开票金额`} error={fieldState.error?.message} />
        )}
      />
      <div>
        <Button type="submit" loading={busy}>
          <Trans>提交申请</Trans>
        </Button>
      </div>
    </form>
  );
}
