import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans } from "@lingui/react/macro";
import type { QuoteWholeFragment } from "../../gql/graphql";
import css from "./Quotes.module.css";

/** What was asked for, and the answers: in words, or by the version that followed. */
export function QuoteRequests({ requests }: { requests: QuoteWholeFragment["requests"] }) {
  if (requests.length === 0) return null;
  return (
    <section className={`card ${css.section}`} aria-labelledby="requests">
      <h2 id="requests">
        <Trans>修改请求</Trans>
      </h2>
      <ul className="list">
        {requests.map((request) => {
          const { answeredByNumber } = request;
          return (
            <li key={request.id} className={css.request}>
              <span className={css.version}>
                <DateText at={request.createdAt} as="absolute" />
                <StatusTag of="QuotationRequestState" state={request.state} />
              </span>
              <p className={css.terms}>{request.text}</p>
              {(request.answer || answeredByNumber) && (
                <p className={css.answer}>
                  {answeredByNumber && <Trans>见第 {answeredByNumber} 版。</Trans>} {request.answer}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
