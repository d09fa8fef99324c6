import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { MoneyBar } from "@kaidan/web-kit/ui/MoneyBar";
import { hasEnded } from "@kaidan/web-kit/ui/ThreeAxes";
import { useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { StaffOrderPageOrderFragment } from "../../gql/graphql";

/** Paid, due and later as one bar; cost and margin for those who may read costs. */
export function OrderMoney({
  order: { state, total, paid, due, cost, margin },
}: {
  order: StaffOrderPageOrderFragment;
}) {
  const { t } = useLingui();
  return (
    <Section title={t`款项`} aside={<Money fen={total} look="price" />}>
      <MoneyBar total={total} paid={paid} due={due} ended={hasEnded(state)} />
      <Facts
        items={[
          { label: t`成本`, value: cost && <Money fen={cost} /> },
          { label: t`毛利`, value: margin && <Money fen={margin} /> },
        ]}
      />
    </Section>
  );
}
