import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useLiveOrder } from "../../features/order/useLiveOrder";
import type { OrderPaperFragment } from "../../gql/graphql";
import { ContractFacts } from "./ContractFacts";
import css from "./ContractPage.module.css";
import { ContractScans } from "./ContractScans";
import { SignSteps } from "./SignSteps";

const route = getRouteApi("/shop/signedIn/o/$orderId/contract");

/** The contract of an order: to be downloaded, signed on paper and sent back as photos; then where it is. */
export function ContractPage() {
  const { t } = useLingui();
  const { order, reload } = useLiveOrder(route.useLoaderData());
  const contract = order?.contract;
  if (!order || !contract) return <NotFoundState home="/" />;
  return (
    <div className={css.page}>
      <PageHeader title={t`合同`} back={`/o/${order.id}`} aside={<LiveBadge />}>
        <span className="row">
          <StatusTag of="ContractState" state={contract.state} />
          {order.productTitle}
        </span>
      </PageHeader>
      {contract.addenda.toReversed().map((addendum) => (
        <Addendum key={addendum.id} addendum={addendum} onStale={reload} />
      ))}
      <Paper paper={contract} onStale={reload} />
    </div>
  );
}

/** What an addendum changes, and its way from the office to the signature like the contract's. */
function Addendum({ addendum, onStale }: { addendum: OrderPaperFragment; onStale: () => void }) {
  const { no, state, cause } = addendum;
  if (state === "TERMINATED") return null;
  return (
    <>
      <section className="card stack">
        <h2 className="row">
          <Trans>补充协议</Trans> <StatusTag of="ContractState" state={state} />
        </h2>
        <p>
          <span className="mono">{no}</span> · {cause}
        </p>
      </section>
      <Paper paper={addendum} onStale={onStale} />
    </>
  );
}

function Paper({ paper, onStale }: { paper: OrderPaperFragment; onStale: () => void }) {
  return (
    <>
      <Standing contract={paper} />
      {paper.availableActions.includes("UPLOAD") && <SignSteps contract={paper} onStale={onStale} />}
      <ContractScans contract={paper} />
      {paper.pdf && <ContractFacts contract={paper} />}
    </>
  );
}

/** What is to be known before anything is done. */
function Standing({ contract: { state, rejectReason } }: { contract: OrderPaperFragment }) {
  const { t } = useLingui();
  switch (state) {
    case "DRAFT":
      return (
        <section className="card" aria-live="polite">
          <Trans>平台正在出具合同，出具后会立即通知您签署。</Trans>
        </section>
      );
    case "REJECTED":
      return (
        <Alert color="red" role="alert" title={t`上传的合同未通过核验`}>
          {rejectReason}
        </Alert>
      );
    case "SIGNED_UPLOADED":
      return (
        <section className="card" aria-live="polite">
          <Trans>已收到您签好的合同，平台正在核验，结果会立即通知您。</Trans>
        </section>
      );
    case "ADDENDUM_NEEDED":
      return (
        <section className="card">
          <Trans>订单金额有变更，请签署上方的补充协议；其余条款仍按原合同执行。</Trans>
        </section>
      );
    case "TERMINATED":
      return (
        <section className="card">
          <Trans>订单已关闭，合同随之终止。</Trans>
        </section>
      );
    default:
      return null;
  }
}
