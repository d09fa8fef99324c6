import { useMe } from "@kaidan/web-kit/session/useMe";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { LedgerEntryFragment } from "../../gql/graphql";

type CausesProps = { transaction: LedgerEntryFragment; linked: boolean };

/** Where a transaction came from: its refund, its statement, its order, else the supplier it is about. */
export function Causes({ transaction: { orderId, postings }, linked }: CausesProps) {
  const { can } = useMe();
  const [refundId] = postings.flatMap((posting) => posting.refundId ?? []);
  const [statementId] = postings.flatMap((posting) => posting.statementId ?? []);
  const [supplierId] = postings.flatMap((posting) => posting.supplierId ?? []);
  return (
    <>
      {refundId && can("refunds.read") && (
        <Link to="/refunds/$id" params={{ id: refundId }}>
          <Trans>查看退款</Trans>
        </Link>
      )}
      {statementId && can("settlement.read") && (
        <Link to="/settlement/$id" params={{ id: statementId }}>
          <Trans>查看结算单</Trans>
        </Link>
      )}
      {supplierId && !statementId && !orderId && can("settlement.read") && (
        <Link to="/settlement/suppliers/$supplierId" params={{ supplierId }}>
          <Trans>查看服务商账户</Trans>
        </Link>
      )}
      {linked && orderId && (
        <Link to="/orders/$id" params={{ id: orderId }}>
          <Trans>查看订单</Trans>
        </Link>
      )}
    </>
  );
}
