import { formatMoney } from "@kaidan/web-kit/format/money";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { Controller } from "react-hook-form";
import { z } from "zod";
import { ConfirmBankPaymentDocument, type PaymentFactsFragment } from "../../gql/graphql";
import { OtherAmount } from "./OtherAmount";
import css from "./PaymentPanel.module.css";
import { RejectPayment } from "./RejectPayment";
import { isTooLate } from "./too-late";

const schema = z.object({
  receivedAmount: z.string().min(1),
  bankReference: z.string().trim().min(4).max(64),
});

type PaymentDecisionProps = {
  payment: PaymentFactsFragment;
  onDecided: () => void;
  /** A colleague decided it meanwhile. */
  onTooLate: () => void;
};

/** What the bank statement says, typed by the cashier, and the two decisions. Another amount is asked about first. */
export function PaymentDecision({ payment, onDecided, onTooLate }: PaymentDecisionProps) {
  const { t } = useLingui();
  const formId = useId();
  const [other, setOther] = useState<string>();
  const { form, submit, busy, alert } = useConfirmation({ payment, onDecided, onTooLate });
  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault();
    const received = form.getValues("receivedAmount");
    if (received === payment.amount || !(await form.trigger(undefined, { shouldFocus: true }))) submit();
    else setOther(received);
  }
  if (payment.availableActions.length === 0) {
    return <p className="muted">{t`您的角色可以查看，但不能确认到账。`}</p>;
  }
  return (
    <div className={css.form}>
      <form id={formId} onSubmit={(event) => void confirm(event)} noValidate className={css.fields}>
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
        <button type="button" className={css.same} onClick={() => form.setValue("receivedAmount", payment.amount)}>
          <Trans>与应到金额一致</Trans>
        </button>
        <TextInput
          label={t`银行流水号`}
          autoComplete="off"
          error={form.formState.errors.bankReference?.message}
          {...form.register("bankReference")}
        />
      </form>
      <div className={css.actions}>
        <Button type="submit" form={formId} loading={busy}>
          <Trans>确认到账</Trans>
        </Button>
        <RejectPayment payment={payment} onDecided={onDecided} onTooLate={onTooLate} />
      </div>
      <OtherAmount
        expected={payment.amount}
        received={other}
        onClose={() => setOther(undefined)}
        onConfirm={() => {
          setOther(undefined);
          submit();
        }}
      />
    </div>
  );
}

function useConfirmation({ payment: { id, version }, onDecided, onTooLate }: PaymentDecisionProps) {
  const { t } = useLingui();
  const confirmation = useMutationForm({
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
      if (userErrors.some(isTooLate)) {
        onTooLate();
        return true;
      }
      const used = userErrors.some(({ field, data }) => field === "bankReference" && data?.includes('"used":true'));
      if (used) {
        const message = t`这笔银行流水已经确认过，请核对流水号。`;
        confirmation.form.setError("bankReference", { message }, { shouldFocus: true });
      }
      return used;
    },
  });
  return confirmation;
}
