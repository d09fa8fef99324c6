import { formatMoney } from "@kaidan/web-kit/format/money";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import * as z from "zod/mini";
import { Sheet } from "../../features/sheet/Sheet";
import { AskCreditPayoutDocument } from "../../gql/graphql";

const schema = z.object({
  amount: z.string().check(z.regex(/^[1-9]\d*$/)),
  payeeName: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  payeeAccount: z.string().check(z.trim(), z.regex(/^[\d\s-]{8,40}$/)),
});

type AskPayoutProps = { max: string; onAsked: () => void; onClose: () => void };

/** Asks for free credit in money; it is held until a cashier answers. */
export function AskPayout({ max, onAsked, onClose }: AskPayoutProps) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "ask-payout",
    schema,
    defaultValues: { amount: max, payeeName: "", payeeAccount: "" },
    document: AskCreditPayoutDocument,
    variables: (wish, idempotencyKey) => ({ input: { ...wish, idempotencyKey } }),
    payload: (data) => data.askCreditPayout,
    onDone: () => {
      toast.ok(t`已提交，财务核对后转账`);
      onAsked();
      onClose();
    },
  });
  const { errors } = form.formState;
  const most = formatMoney(max);
  return (
    <Sheet
      title={t`申请提现`}
      onClose={onClose}
      foot={
        <Button type="submit" form="ask-payout" size="md" loading={busy} fullWidth>
          <Trans>提交申请</Trans>
        </Button>
      }
    >
      <form id="ask-payout" noValidate onSubmit={submit} className="stack">
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Controller
          control={form.control}
          name="amount"
          render={({ field, fieldState }) => (
            <MoneyInput
              label={t`提现金额（最多 ${most}）`}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
              required
            />
          )}
        />
        <TextInput label={t`收款户名`} error={errors.payeeName?.message} {...form.register("payeeName")} />
        <TextInput
          label={t`银行账号`}
          inputMode="numeric"
          error={errors.payeeAccount?.message}
          {...form.register("payeeAccount")}
        />
      </form>
    </Sheet>
  );
}
