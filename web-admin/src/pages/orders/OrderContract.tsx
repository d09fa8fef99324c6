import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import type { StaffOrderPageOrderFragment } from "../../gql/graphql";

type OrderContractProps = { contract: NonNullable<StaffOrderPageOrderFragment["contract"]> };

/** The order's contract and its addenda in a few lines, and the way to their pages. */
export function OrderContract({ contract }: OrderContractProps) {
  const { t } = useLingui();
  const { amount, effectiveOn, addenda } = contract;
  return (
    <Section title={t`合同`}>
      <Facts
        items={[
          ...[contract, ...addenda].map(({ id, no, state }, index) => ({
            label: index === 0 ? t`合同编号` : t`补充协议`,
            value: (
              <span key={id} className="row">
                <Link to="/contracts/$no" params={{ no }} className="mono">
                  {no}
                </Link>
                <StatusTag of="ContractState" state={state} />
              </span>
            ),
            wide: true,
          })),
          { label: t`合同金额`, value: amount && <Money fen={amount} /> },
          { label: t`生效日期`, value: effectiveOn && <DateText at={effectiveOn} as="day" /> },
        ]}
      />
    </Section>
  );
}
