import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans } from "@lingui/react/macro";
import type { OrderContractFragment } from "../../gql/graphql";

/** The order's contract in a line: where it is, and the way to its page. */
export function OrderContract({ orderId, contract }: { orderId: string; contract: OrderContractFragment }) {
  return (
    <section className="card stack" aria-labelledby="contract">
      <h2 id="contract" className="row">
        <Trans>合同</Trans> <StatusTag of="ContractState" state={contract.state} />
      </h2>
      <p className="muted small">
        <Trans>本订单需签订书面合同；首期款到账且合同核验通过后开始服务。</Trans>
      </p>
      <ButtonLink to="/o/$orderId/contract" params={{ orderId }} look="outline">
        {contract.availableActions.includes("UPLOAD") && contract.state !== "SIGNED_UPLOADED" ? (
          <Trans>签署合同</Trans>
        ) : (
          <Trans>查看合同</Trans>
        )}
      </ButtonLink>
    </section>
  );
}
