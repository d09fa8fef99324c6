import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { invoiceKindWords } from "@kaidan/web-kit/vocabulary/form-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { OrderPapersQuery, PaperInvoiceFragment } from "../../gql/graphql";
import { RequestInvoice } from "./RequestInvoice";

type PaperOrder = NonNullable<OrderPapersQuery["order"]>;

/** The invoices of an order, and asking for one of what is not invoiced yet. */
export function Invoices({ order, onDone }: { order: PaperOrder; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <section className="card stack" aria-labelledby="invoices">
      <h2 id="invoices">
        <Trans>发票</Trans>
      </h2>
      {order.invoices.map((invoice) => (
        <Invoice key={invoice.id} invoice={invoice} />
      ))}
      <p className="muted small">
        <Trans>
          还可开票 <Money fen={order.invoiceable} />
        </Trans>
      </p>
      {asking ? (
        <RequestInvoice
          orderId={order.id}
          invoiceable={order.invoiceable}
          onDone={() => {
            setAsking(false);
            onDone();
          }}
        />
      ) : (
        order.invoiceable !== "0" && (
          <div>
            <Button variant="default" onClick={() => setAsking(true)}>
              <Trans>申请开票</Trans>
            </Button>
          </div>
        )
      )}
    </section>
  );
}

function Invoice({ invoice }: { invoice: PaperInvoiceFragment }) {
  const { i18n } = useI18n();
  const { rejectReason } = invoice;
  return (
    <div>
      <p className="row">
        <strong>{invoice.title}</strong> <StatusTag of="InvoiceState" state={invoice.state} />
        <Money fen={invoice.amount} />
      </p>
      <p className="muted small">
        {i18n._(invoiceKindWords[invoice.kind])} <span className="mono">{invoice.invoiceNo ?? invoice.no}</span>
      </p>
      {rejectReason && (
        <p className="small">
          <Trans>退回原因：{rejectReason}</Trans>
        </p>
      )}
      {invoice.redAmount !== "0" && (
        <p className="small">
          <Trans>
            已冲红 <Money fen={invoice.redAmount} />
          </Trans>
        </p>
      )}
      {invoice.file && (
        <a href={invoice.file.url}>
          <Trans>下载发票</Trans>
        </a>
      )}
    </div>
  );
}
