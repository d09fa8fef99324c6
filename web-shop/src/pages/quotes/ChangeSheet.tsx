import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea } from "@mantine/core";
import * as z from "zod/mini";
import { Sheet } from "../../features/sheet/Sheet";
import { type QuoteVersionFragment, type QuoteWholeFragment, RequestQuotationChangeDocument } from "../../gql/graphql";
import css from "./Quotes.module.css";

const schema = z.object({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)) });

type ChangeProps = { quote: QuoteWholeFragment; version: QuoteVersionFragment; onClose: () => void };

/** Asks for another version, in the customer's own words; the present one stays good meanwhile. */
export function ChangeSheet({ quote, version, onClose }: ChangeProps) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: `change-quotation:${quote.id}:${version.number}`,
    schema,
    defaultValues: { text: "" },
    document: RequestQuotationChangeDocument,
    variables: ({ text }, idempotencyKey) => ({
      input: { quotationId: quote.id, number: version.number, text, idempotencyKey },
    }),
    payload: (data) => data.requestQuotationChange,
    onDone: () => {
      toast.ok(t`已发送，平台会尽快答复`);
      onClose();
    },
  });
  return (
    <Sheet
      title={t`请求修改`}
      onClose={onClose}
      foot={
        <Button type="submit" form="change-quotation" size="md" loading={busy} fullWidth>
          <Trans>发送请求</Trans>
        </Button>
      }
    >
      <form id="change-quotation" noValidate onSubmit={submit} className={css.fields}>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Textarea
          label={t`希望怎么改？`}
          placeholder={t`例如：去掉第二项；工期提前三天；总价控制在两万以内`}
          rows={5}
          error={form.formState.errors.text?.message}
          {...form.register("text")}
        />
        <p className="muted small">
          <Trans>在新版本发出之前，这份报价仍然有效。</Trans>
        </p>
      </form>
    </Sheet>
  );
}
