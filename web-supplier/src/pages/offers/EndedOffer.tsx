import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "../../features/frame/LinkButton";
import type { AttemptState } from "../../gql/graphql";

type EndedOfferProps = { ticket?: { id: string; itemName: string }; state?: AttemptState };

/** The offer is no longer open: what became of it, kindly, and where to go from here. */
export function EndedOffer({ ticket, state }: EndedOfferProps) {
  const { t } = useLingui();
  const accepted = state === "ACCEPTED" && ticket;
  return (
    <>
      <PageHeader title={ticket?.itemName ?? t`派单`} back="/" />
      <div className="card">
        <EmptyState
          picture="repair"
          title={accepted ? t`这一单您已接下。` : t`这次派单已经结束。`}
          action={
            accepted ? (
              <LinkButton to="/t/$ticketId" params={{ ticketId: ticket.id }}>
                <Trans>打开服务单</Trans>
              </LinkButton>
            ) : (
              <LinkButton to="/">
                <Trans>看看其他派单</Trans>
              </LinkButton>
            )
          }
        >
          <Ending state={state} />
        </EmptyState>
      </div>
    </>
  );
}

function Ending({ state }: { state: AttemptState | undefined }) {
  switch (state) {
    case "ACCEPTED":
      return <Trans>联系方式和地址都在服务单里。</Trans>;
    case "DECLINED":
      return <Trans>您已拒绝这一单，平台已另行安排。</Trans>;
    case "EXPIRED":
      return <Trans>回复时限已过，平台正在另行安排。下次有合适的单会再派给您。</Trans>;
    case "WITHDRAWN":
      return <Trans>平台收回了这次派单，不影响您的评分和以后的派单。</Trans>;
    default:
      return <Trans>客户取消了，或这一单已由别人承接。不影响您的评分。</Trans>;
  }
}
