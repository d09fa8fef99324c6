import { formatMoney } from "@kaidan/web-kit/format/money";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Sheet } from "../../features/sheet/Sheet";
import { AcceptQuotationDocument, type QuoteVersionFragment, type QuoteWholeFragment } from "../../gql/graphql";
import { ContactFields } from "../checkout/ContactFields";
import { contactSchema, emptyContact } from "../checkout/contact-schema";
import css from "./Quotes.module.css";

type AcceptProps = {
  quote: QuoteWholeFragment;
  version: QuoteVersionFragment;
  ticked: ReadonlySet<number>;
  total: string;
  onClose: () => void;
  onStale: () => void;
};

/** Says yes to exactly what is on the page, for the amount that the button names; the order is made at once. */
export function AcceptSheet({ quote, version, ticked, total, onClose, onStale }: AcceptProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const positions = [...ticked].sort((a, b) => a - b);
  const { form, submit, busy, alert } = useMutationForm({
    name: `accept-quotation:${quote.id}:${version.number}:${positions.join()}`,
    schema: contactSchema,
    defaultValues: emptyContact,
    document: AcceptQuotationDocument,
    // The day is not asked for: a quotation names none.
    variables: ({ contactName, contactPhone, address, note }, idempotencyKey) => ({
      input: {
        contactName,
        contactPhone,
        address,
        note: note || null,
        quotationId: quote.id,
        number: version.number,
        hash: version.hash ?? "",
        ticked: positions,
        expectedTotal: total,
        idempotencyKey,
      },
    }),
    payload: (data) => data.acceptQuotation,
    onRefused: () => onStale(),
    onDone: async ({ order }) => {
      if (order) await navigate({ to: "/o/$orderId", params: { orderId: order.id } });
    },
  });
  const amount = formatMoney(total);
  return (
    <Sheet
      title={t`接受报价`}
      onClose={onClose}
      foot={
        <Button type="submit" form="accept-quotation" size="md" loading={busy} fullWidth>
          <Trans>确认接受，合计 {amount}</Trans>
        </Button>
      }
    >
      <form id="accept-quotation" noValidate onSubmit={submit} className={css.fields}>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <p>
          <Trans>接受后立即生成订单，价格按这份报价执行，不再变化。</Trans>
        </p>
        <ContactFields form={form} regionName={version.region.name} signedIn />
      </form>
    </Sheet>
  );
}
