import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useId } from "react";
import type { OrderPaperFragment } from "../../gql/graphql";
import css from "./ContractPage.module.css";

/** Number, amount, days and fingerprint of the issued contract, with the file itself. */
export function ContractFacts({ contract }: { contract: OrderPaperFragment }) {
  const { t } = useLingui();
  const id = useId();
  const { no, revision, amount, issuedAt, effectiveOn, sha256, pdf } = contract;
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>
        <Trans>合同信息</Trans>
      </h2>
      <Facts
        items={[
          { label: t`合同编号`, value: <span className="mono">{no}</span> },
          { label: t`版次`, value: revision },
          {
            label: t`变更前金额`,
            value: contract.amountBefore && <Money fen={contract.amountBefore} />,
          },
          { label: t`合同金额`, value: amount && <Money fen={amount} /> },
          { label: t`出具时间`, value: issuedAt && <DateText at={issuedAt} as="absolute" /> },
          { label: t`生效日期`, value: effectiveOn && <DateText at={effectiveOn} as="day" /> },
          {
            label: t`文件校验（SHA-256）`,
            value: <span className={`mono small ${css.hash}`}>{sha256}</span>,
            wide: true,
          },
        ]}
      />
      {pdf && (
        <div>
          <Button component="a" href={pdf.url} variant="default" leftSection={<Download size={16} aria-hidden />}>
            <Trans>下载合同（PDF）</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}
