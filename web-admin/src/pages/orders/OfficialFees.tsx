import { useMe } from "@kaidan/web-kit/session/useMe";
import { Money } from "@kaidan/web-kit/ui/Money";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { StaffOrderPageOrderFragment } from "../../gql/graphql";
import { PayOfficialFee } from "./PayOfficialFee";

type Line = StaffOrderPageOrderFragment["lines"][number];

/** What of the order is an office's: what is held for it, and what it got. Nothing for an order without any. */
export function OfficialFees({ lines }: { lines: readonly Line[] }) {
  const { t } = useLingui();
  const told = lines.filter(({ officialFee }) => officialFee !== "0");
  if (told.length === 0) return null;
  return (
    <Section title={t`代收官费`} lead={t`官费单独存放，不计入任何一方的收入；每张缴费凭证只登记一次。`}>
      <ul className="list stack">
        {told.map((line) => (
          <li key={line.id} className="row">
            <FeeLine line={line} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FeeLine({ line }: { line: Line }) {
  const { can } = useMe();
  const { itemName, officialFee, officialFeePayable, officialFeePaid } = line;
  return (
    <>
      <span>
        {itemName} <Money fen={officialFee} />
      </span>
      <span className="muted small">
        <Trans>
          待缴纳 <Money fen={officialFeePayable} /> · 已缴纳 <Money fen={officialFeePaid} />
        </Trans>
      </span>
      {officialFeePayable !== "0" && can("payments.confirm") && <PayOfficialFee line={line} />}
    </>
  );
}
