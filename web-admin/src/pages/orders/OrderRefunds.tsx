import { useMe } from "@kaidan/web-kit/session/useMe";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";

/** The way to the order's refunds, and to begin one. */
export function OrderRefunds({ orderId }: { orderId: string }) {
  const { t } = useLingui();
  const { can } = useMe();
  if (!can("refunds.read")) return null;
  return (
    <Section title={t`退款`}>
      <Link to="/orders/$id/refunds" params={{ id: orderId }}>
        {can("refunds.propose") ? <Trans>退款记录与发起退款</Trans> : <Trans>退款记录</Trans>}
      </Link>
    </Section>
  );
}
