import { formatMoney } from "@kaidan/web-kit/format/money";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import { z } from "zod";
import { ConfirmBankPaymentDocument, type PaymentFactsFragment } from "../../gql/graphql";
import css from "./PaymentPanel.module.css";
import { RejectPayment } from "./RejectPayment";
import { isTooLate } from "./too-late";

const schema = z.object({
  receivedAmount: z.string().min(1),
  bankReference: z.string().trim().min(1).max(64),
});

type PaymentDecisionProps = {
  payment: PaymentFactsFragment;
  onDecided: () => void;
  /** A colleague decided it meanwhile. */
  onTooLate: () => void;
};

/** What the bank statement says, typed by the cashier, and the two decisions. */
export function PaymentDecision({ payment, onDecided, onTooLate }: PaymentDecisionProps) {
  const { t } = useLingui();
  const { id, version, amount, availableActions } = payment;
  const { form, submit, busy, alert } = useMutationForm({
    name: `confirm:${id}:${version}`,
    schema,
    defaultValues: { receivedAmount: "", bankReference: "" },
    document: ConfirmBankPaymentDocument,
    variables: (values, idempotencyKey) => ({ input: { paymentId: id, version, ...values, idempotencyKey } }),
    payload: (data) => data.confirmBankPayment,
    onDone: (_payload, { receivedAmount }) => {
      const words = formatMoney(receivedAmount);
      toast.ok(t`已确认到账 ${words}`);
      onDecided();
    },
    onRefused: ({ userErrors }) => {
      const late = userErrors.some(isTooLate);
      if (late) onTooLate();
      return late;
    },
  });
  if (availableActions.length === 0) {
    return <p className="muted">{t`您的角色可以查看，但不能确认到账。`}</p>;
  }
  return (
    <form onSubmit={submit} noValidate className={css.form}>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <Controller
        control={form.control}
        name="receivedAmount"
        render={({ field, fieldState }) => (
          <MoneyInput
            {...field}
            label={t`实际到账金额`}
            description={t`请按银行流水填写，不要照抄凭证。`}
            error={fieldState.error?.message}
          />
        )}
      />
      <button type="button" className={css.same} onClick={() => form.setValue("receivedAmount", amount)}>
        <Trans>与应到金额一致</Trans>
      </button>
      <TextInput
        label={t`银行流水号`}
        autoComplete="off"
        error={form.formState.errors.bankReference?.message}
        {...form.register("bankReference")}
      />
      <div className={css.actions}>
        <Button type="submit" loading={busy}>
          <Trans>确认到账</Trans>
        </Button>
        <RejectPayment payment={payment} onDecided={onDecided} onTooLate={onTooLate} />
      </div>
    </form>
  );
}
