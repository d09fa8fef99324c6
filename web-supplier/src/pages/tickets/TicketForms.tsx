import { FormList } from "@kaidan/web-kit/documents/FormList";
import { Trans } from "@lingui/react/macro";
import type { TicketSheetFragment } from "../../gql/graphql";

/** The forms of this ticket that are made out to the supplier. */
export function TicketForms({ ticket }: { ticket: TicketSheetFragment }) {
  return (
    <section className="card stack" aria-labelledby="ticket-forms">
      <h2 id="ticket-forms">
        <Trans>单据</Trans>
      </h2>
      <FormList forms={ticket.forms} />
    </section>
  );
}
