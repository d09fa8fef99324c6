import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useLiveOrder } from "../../features/order/useLiveOrder";
import type { OrderContractFragment } from "../../gql/graphql";
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
      <Standing contract={contract} />
      {contract.availableActions.includes("UPLOAD") && <SignSteps contract={contract} onStale={reload} />}
      <ContractScans contract={contract} />
      {contract.pdf && <ContractFacts contract={contract} />}
    </div>
  );
}

/** What is to be known before anything is done. */
function Standing({ contract: { state, rejectReason } }: { contract: OrderContractFragment }) {
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
