import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { DocumentText } from "@kaidan/web-kit/ui/DocumentText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { Columns, Section } from "../../features/console/Section";
import { useQueueMoves } from "../../features/queues/useQueues";
import type { StaffContractDetailsFragment } from "../../gql/graphql";
import { ContractPapers } from "./ContractPapers";
import { ContractScans } from "./ContractScans";
import css from "./Contracts.module.css";
import { IssueContract } from "./IssueContract";
import { UploadScans } from "./UploadScans";
import { VerifyContract } from "./VerifyContract";
import { VoidContract } from "./VoidContract";

const route = getRouteApi("/signedIn/contracts/$no");

/** One contract: the signed pages beside what was issued, and the decision. */
export function ContractPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const contract = data.staffContractByNo;
  const reload = () => void refresh();
  useQueueMoves(reload);
  if (!contract) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { rejectReason, voidReason, voiderName } = contract;
  const working = contract.order?.state !== "CONFIRMED" && contract.order?.state !== "SUBMITTED";
  const may = (action: string) => contract.availableActions.some((each) => each === action);
  return (
    <>
      <PageHeader
        title={t`合同`}
        back="/contracts"
        aside={<StatusTag of="ContractState" state={contract.state} />}
        actions={
          <>
            {may("VOID") && (contract.original || !working) && <VoidContract contract={contract} onStale={reload} />}
            {may("ISSUE") && <IssueContract contract={contract} onStale={reload} />}
          </>
        }
      >
        <span className="mono">{contract.no}</span>
      </PageHeader>
      <Columns
        main={
          <>
            {rejectReason && (
              <Alert color="red">
                <Trans>退回原因：{rejectReason}</Trans>
              </Alert>
            )}
            {voidReason && (
              <Alert color="gray">
                <Trans>
                  已由 {voiderName} 作废：{voidReason}
                </Trans>
              </Alert>
            )}
            <ContractScans contract={contract} />
            <IssuedText contract={contract} />
            {may("UPLOAD") && <UploadScans key={contract.version} contract={contract} onStale={reload} />}
          </>
        }
        side={
          <>
            {may("VERIFY") && <VerifyContract key={contract.version} contract={contract} onStale={reload} />}
            <ContractPapers contract={contract} />
            <ContractFacts contract={contract} />
          </>
        }
      />
    </>
  );
}

function IssuedText({ contract }: { contract: StaffContractDetailsFragment }) {
  const { t } = useLingui();
  const { pdf, text } = contract;
  if (!pdf) return null;
  return (
    <Section
      title={t`合同内容`}
      aside={
        <Button
          component="a"
          href={pdf.url}
          variant="default"
          size="xs"
          leftSection={<Download size={14} aria-hidden />}
        >
          PDF
        </Button>
      }
    >
      <DocumentText blocks={text} />
    </Section>
  );
}

function ContractFacts({ contract }: { contract: StaffContractDetailsFragment }) {
  const { t } = useLingui();
  const { order, amount, revision, templateCode, issuedAt, issuerName, uploadedAt, effectiveOn } = contract;
  const { uploaderName, verifierName } = contract;
  return (
    <Section title={t`合同信息`}>
      <Facts
        items={[
          {
            label: t`订单`,
            value: order && (
              <Link to="/orders/$id" params={{ id: order.id }} className="mono">
                {order.no}
              </Link>
            ),
          },
          { label: t`商品`, value: order?.productTitle },
          { label: t`联系人`, value: order?.contactName },
          { label: t`订单金额`, value: order && <Money fen={order.total} /> },
          { label: t`合同金额`, value: amount && <Money fen={amount} /> },
          { label: t`版次`, value: revision > 0 ? revision : null },
          { label: t`合同模板`, value: <span className="mono">{templateCode}</span> },
          { label: t`出具时间`, value: issuedAt && <DateText at={issuedAt} as="absolute" /> },
          { label: t`出具人`, value: issuerName },
          { label: t`上传时间`, value: uploadedAt && <DateText at={uploadedAt} as="absolute" /> },
          { label: t`上传人`, value: uploaderName },
          { label: t`核验人`, value: verifierName },
          { label: t`生效日期`, value: effectiveOn && <DateText at={effectiveOn} as="day" /> },
          {
            label: t`文件校验（SHA-256）`,
            value: contract.sha256 && <span className={`mono small ${css.hash}`}>{contract.sha256}</span>,
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
