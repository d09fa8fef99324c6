import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import type { StaffContractDetailsFragment } from "../../gql/graphql";

/** What an addendum changes, and a contract's addenda. */
export function ContractPapers({ contract }: { contract: StaffContractDetailsFragment }) {
  const { t } = useLingui();
  const { original, cause, amountBefore, addenda } = contract;
  if (original) {
    return (
      <Section title={t`补充协议`}>
        <p>
          <Trans>变更的合同</Trans>：
          <Link to="/contracts/$no" params={{ no: original.no }} className="mono">
            {original.no}
          </Link>
        </p>
        <p>
          <Trans>变更前金额</Trans>：<Money fen={amountBefore ?? "0"} />
        </p>
        <p>{cause}</p>
      </Section>
    );
  }
  if (addenda.length === 0) return null;
  return (
    <Section title={t`补充协议`}>
      <ul className="list stack">
        {addenda.map(({ id, no, state, amount }) => (
          <li key={id} className="row">
            <Link to="/contracts/$no" params={{ no }} className="mono">
              {no}
            </Link>
            <StatusTag of="ContractState" state={state} />
            {amount && <Money fen={amount} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
