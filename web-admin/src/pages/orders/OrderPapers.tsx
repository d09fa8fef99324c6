import { useMe } from "@kaidan/web-kit/session/useMe";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";

/** The way to the order's forms and its flows. */
export function OrderPapers({ orderId }: { orderId: string }) {
  const { t } = useLingui();
  const { can } = useMe();
  if (!can("documents.read")) return null;
  return (
    <Section title={t`单据`}>
      <Link to="/orders/$id/papers" params={{ id: orderId }}>
        <Trans>单据、信息流与资金流</Trans>
      </Link>
    </Section>
  );
}
