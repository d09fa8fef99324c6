import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { SupplierDetailsFragment } from "../../gql/graphql";

type OpenWorkProps = { supplier: SupplierDetailsFragment; consequence: "SUSPEND" | "TERMINATE" };

/** So many tickets are named in a dialog; the page lists the rest. */
const NAMED = 6;

/** What stopping a supplier means for the work it has: each open ticket leads to its page. */
export function OpenWork({ supplier: { openTickets, openTicketCount }, consequence }: OpenWorkProps) {
  const rest = openTicketCount - Math.min(NAMED, openTickets.length);
  return (
    <div className="stack">
      <p>
        {consequence === "SUSPEND" ? (
          <Trans>立即停止派新单，未答复的派单收回；已接的服务单不会自动转走。</Trans>
        ) : (
          <Trans>服务全部下架，不能恢复。有未完成的服务单、已预约的日期或未结清的款项时不能终止。</Trans>
        )}
      </p>
      {openTicketCount > 0 && (
        <>
          <strong>
            <Trans>未完成的服务单 {openTicketCount} 张，请逐张跟进：</Trans>
          </strong>
          <ul className="list">
            {openTickets.slice(0, NAMED).map(({ id, no, itemName, state }) => (
              <li key={id}>
                <Link to="/tickets/$id" params={{ id }}>
                  <span className="mono">{no}</span> {itemName}
                </Link>{" "}
                <StatusTag of="TicketState" state={state} />
              </li>
            ))}
          </ul>
          {rest > 0 && (
            <p className="muted small">
              <Trans>另有 {rest} 张，见本页“进行中的服务单”。</Trans>
            </p>
          )}
        </>
      )}
    </div>
  );
}
