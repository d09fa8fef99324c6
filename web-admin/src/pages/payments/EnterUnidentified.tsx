import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { z } from "zod";
import { EnterUnidentifiedDocument } from "../../gql/graphql";

const schema = z.object({
  amount: z.string().min(1),
  receivedOn: z.string().min(1),
  payer: z.string().trim().min(1).max(100),
  bankReference: z.string().trim().min(4).max(64),
  note: z.string().trim().max(200),
});

/** A cashier keeps a line of the bank statement that names no order. */
export function EnterUnidentified({ onEntered }: { onEntered: () => void }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>登记一笔</Trans>
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t`登记待查收款`}
        centered
        closeButtonProps={{ "aria-label": t`关闭` }}
      >
        <EntryForm
          onDone={() => {
            setOpen(false);
            onEntered();
          }}
        />
      </Modal>
    </>
  );
}

function EntryForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useEntry(onDone);
  const { errors } = form.formState;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Controller
          control={form.control}
          name="amount"
          render={({ field, fieldState }) => (
            <MoneyInput {...field} label={t`到账金额`} error={fieldState.error?.message} />
          )}
        />
        <TextInput type="date" label={t`到账日`} error={errors.receivedOn?.message} {...form.register("receivedOn")} />
        <TextInput
          label={t`付款方`}
          description={t`按银行流水上的户名填写。`}
          error={errors.payer?.message}
          {...form.register("payer")}
        />
        <TextInput
          label={t`银行流水号`}
          description={t`登记后，这笔流水不能再用于确认别的凭证。`}
          autoComplete="off"
          error={errors.bankReference?.message}
          {...form.register("bankReference")}
        />
        <TextInput label={t`备注（可选）`} error={errors.note?.message} {...form.register("note")} />
        <Button type="submit" loading={busy}>
          <Trans>登记</Trans>
        </Button>
      </Stack>
    </form>
  );
}

function useEntry(onDone: () => void) {
  const { t } = useLingui();
  const entry = useMutationForm({
    name: "unidentified",
    schema,
    defaultValues: { amount: "", receivedOn: "", payer: "", bankReference: "", note: "" },
    document: EnterUnidentifiedDocument,
    variables: (values, idempotencyKey) => ({ input: { ...values, idempotencyKey } }),
    payload: (data) => data.enterUnidentified,
    onDone: () => {
      toast.ok(t`已登记，查明后认领到订单`);
      onDone();
    },
    onRefused: ({ userErrors }) => {
      const used = userErrors.some(({ field, data }) => field === "bankReference" && data?.includes('"used":true'));
      if (used) {
        const message = t`这笔银行流水已经入账，请核对流水号。`;
        entry.form.setError("bankReference", { message }, { shouldFocus: true });
      }
      return used;
    },
  });
  return entry;
}
